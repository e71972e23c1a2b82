// Builds dist/: the bundle, the style sheet, flags and geographic data, each with a brotli twin, and manifest.json (logical name -> name with its hash).
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { countries } from "./build/countries.mjs";
import { cities } from "./build/cities.mjs";
import { projectionSamples, worldSvg } from "./build/world.mjs";

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, "dist");
const out = (...parts) => join(dist, ...parts);
const json = (value) => JSON.stringify(value) + "\n";

rmSync(dist, { recursive: true, force: true });
mkdirSync(out("flags"), { recursive: true });
mkdirSync(out("data"), { recursive: true });
mkdirSync(out("build"), { recursive: true });

await build({
  absWorkingDir: root,
  entryPoints: { app: "src/main.ts" },
  outdir: dist,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2021", "safari15", "firefox102", "chrome100"],
  legalComments: "none",
  logLevel: "warning",
});
// The check of evidence bundles is its own pair of scripts: pages without a figure do not load it.
await build({
  absWorkingDir: root,
  entryPoints: { check: "src/check/element.ts", "check-worker": "src/check/worker.ts" },
  outdir: dist,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2021", "safari15", "firefox102", "chrome100"],
  legalComments: "none",
  logLevel: "warning",
});
await build({
  absWorkingDir: root,
  entryPoints: { app: "src/style/index.css" },
  outdir: dist,
  bundle: true,
  minify: true,
  target: ["safari15", "firefox102", "chrome100"],
  logLevel: "warning",
});

const flagSource = join(root, "node_modules/country-flag-icons/3x2");
for (const file of readdirSync(flagSource)) {
  if (/^[A-Z]{2}\.svg$/.test(file)) cpSync(join(flagSource, file), out("flags", file.toLowerCase()));
}

const table = countries();
const world = worldSvg();
writeFileSync(out("data/countries.json"), json(table));
writeFileSync(out("data/cities.json"), json(cities(new Set(table.countries.map((c) => c.alpha2)))));
writeFileSync(out("data/world.svg"), world);
writeFileSync(out("data/projection.json"), json(projectionSamples()));
cpSync(join(root, "src/sprite.svg"), out("data/sprite.svg"));
cpSync(join(root, "src/icon.svg"), out("icon.svg"));

/** Every file under `folder`, as paths relative to dist with forward slashes, in a stable order. */
function files(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? files(path) : [relative(dist, path).replaceAll("\\", "/")];
    });
}

const manifest = {};
const lines = [];
for (const name of files(dist)) {
  const bytes = readFileSync(out(name));
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const extension = extname(name);
  manifest[name] = `${name.slice(0, -extension.length)}-${hash}${extension}`;
  const packed = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  const smaller = packed.length < bytes.length;
  if (smaller) writeFileSync(out(`${name}.br`), packed);
  lines.push([name, manifest[name], smaller ? "br" : ""].join("\t"));
}
writeFileSync(out("manifest.json"), JSON.stringify(manifest, null, 1) + "\n");

// The same facts as tab-separated lines, so that the Rust build scripts need no JSON parser.
const tsv = (rows) => rows.map((row) => row.join("\t") + "\n").join("");
writeFileSync(out("build/assets.tsv"), lines.join("\n") + "\n");
writeFileSync(out("build/countries.tsv"), tsv(table.countries.map((c) => [c.alpha2, c.alpha3, c.numeric, c.region, c.subregion, ...c.names, ...c.aliases])));
writeFileSync(out("build/regions.tsv"), tsv(table.regions.map((r) => [r.code, r.parent, ...r.names])));
