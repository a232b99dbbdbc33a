export { clientMessages, serverMessages } from "../schema/messages.ts";
export { asyncApiDocument } from "./asyncapi/asyncapi-document.ts";
export { readClientMessage } from "./client-message.ts";
export { closeCodes, errorCodeOfClose } from "./close-codes.ts";
export { decodeFrame, encodeFrame, frameHeaderBytes } from "./frame-codec.ts";
export { frameLayout, frameLayoutTable, type HeaderField } from "./frame-layout.ts";
export {
  OriginalError,
  type OriginalMessage,
  OriginalReply,
  OriginalRequest,
  originalError,
  originalReply,
  originalResetReply,
  readOriginalRequest,
} from "./original.ts";
export { errorMessage, eventMessage, landmarksMessage, lessonMessage } from "./server-message.ts";
