/** A picture without pixels that can be given to a worker, where there is no ImageBitmap. */
export type TransferablePicture = ArrayBuffer & ImageBitmap & { readonly closed: boolean };

/** Makes a {@link TransferablePicture}: an array buffer, `detached` once it is given away. */
export function transferablePicture(): TransferablePicture {
  let closed = false;
  const picture = Object.assign(new ArrayBuffer(8), {
    close() {
      closed = true;
    },
  });
  return Object.defineProperty(picture, "closed", { get: () => closed }) as unknown as TransferablePicture;
}
