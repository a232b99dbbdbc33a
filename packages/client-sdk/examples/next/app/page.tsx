import { connection } from "next/server";
import { Practice } from "./practice";

export default async function Page() {
  // Signify's address is read when the page is asked for, and not when it is built.
  await connection();
  return (
    <main>
      <h1>Fingerspelling practice</h1>
      <Practice url={process.env.SIGNIFY_SERVER ?? "ws://localhost:8765"} />
    </main>
  );
}
