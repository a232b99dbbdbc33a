import { join } from "node:path";
import {
  PYTHON_PYDANTIC_PRESET,
  PythonGenerator,
  TS_COMMON_PRESET,
  TypeScriptGenerator,
} from "@asyncapi/modelina";
import { asyncApiDocument } from "@signify/core/protocol";

const description = () => JSON.parse(JSON.stringify(asyncApiDocument("1.2.3")));

/** `TargetSet` → `target_set`, as Modelina's Python imports it. */
const snakeCase = (name: string) =>
  name.replaceAll(/[A-Z]/g, (capital, index) => `${index > 0 ? "_" : ""}${capital.toLowerCase()}`);

/** Has Modelina write the package `signify` of Pydantic models into a folder. */
export async function generatePython(folder: string): Promise<string[]> {
  const generator = new PythonGenerator({ presets: [PYTHON_PYDANTIC_PRESET] });
  const models = await generator.generateCompleteModels(description(), { packageName: "signify" });
  const files = models.map(({ modelName, result }) => ({
    path: join(folder, "signify", `${snakeCase(modelName)}.py`),
    result,
  }));
  await Promise.all(files.map(({ path, result }) => Bun.write(path, result)));
  return files.map(({ path }) => path);
}

/** Has Modelina write classes that read and write the messages into a folder. */
export async function generateTypeScript(folder: string): Promise<string[]> {
  const presets = [{ preset: TS_COMMON_PRESET, options: { marshalling: true } }];
  const generator = new TypeScriptGenerator({ presets });
  const models = await generator.generateCompleteModels(description(), {});
  const files = models.map(({ modelName, result }) => ({ path: join(folder, `${modelName}.ts`), result }));
  await Promise.all(files.map(({ path, result }) => Bun.write(path, result)));
  return files.map(({ path }) => path);
}
