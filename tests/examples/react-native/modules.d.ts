// What `show-screen.ts` finds where the example is installed, and not here.
declare module "react-test-renderer" {
  import type { ReactNode } from "react";
  export type TestInstance = {
    readonly type: unknown;
    readonly props: { onPress?: () => void };
    readonly children: (TestInstance | string)[];
    find(isWanted: (node: TestInstance) => boolean): TestInstance;
    findAll(isWanted: (node: TestInstance) => boolean): TestInstance[];
  };
  export function create(node: ReactNode): {
    readonly root: TestInstance;
    toJSON(): unknown;
    unmount(): void;
  };
}
declare module "signify-example/letter-screen" {
  import type { ReactNode } from "react";
  export function LetterScreen(props: { url: string }): ReactNode;
}
