// Brings what npm fetched to where the build wants it: fonts beside the documents that embed them, and the parts of
// USWDS that the site serves, its behaviours bundled so that Blazor can initialise parts of a page again.
// Run by src/ScrBudget.Documents/Npm.targets; nothing that it writes is committed.
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const fonts = "src/ScrBudget.Documents/fonts";
const site = "src/ScrBudget.Web/wwwroot/lib/uswds";

await rm(fonts, { recursive: true, force: true });
await mkdir(fonts, { recursive: true });
const faces = {
  "public-sans": ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"],
  "noto-sans": ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"],
  "noto-sans-jp": ["400Regular", "700Bold"],
  "noto-sans-sc": ["400Regular", "700Bold"],
};
const prefix = { "public-sans": "PublicSans", "noto-sans": "NotoSans", "noto-sans-jp": "NotoSansJP", "noto-sans-sc": "NotoSansSC" };
for (const [family, weights] of Object.entries(faces)) {
  for (const weight of weights) {
    const file = `${prefix[family]}_${weight}.ttf`;
    await cp(`node_modules/@expo-google-fonts/${family}/${weight}/${file}`, `${fonts}/${file}`);
  }
  await cp(`node_modules/@expo-google-fonts/${family}/LICENSE_FONT`, `${fonts}/${prefix[family]}-LICENSE.txt`);
}

await rm(site, { recursive: true, force: true });
await mkdir(site, { recursive: true });
for (const item of ["css/uswds.min.css", "js/uswds-init.min.js", "fonts", "img"]) {
  await cp(`node_modules/@uswds/uswds/dist/${item}`, `${site}/${item}`, {
    recursive: true,
    // Thousands of single icons that nobody references: the style sheet uses usa-icons, pages use sprite.svg.
    filter: (path) => !/material-icons|\.woff$|\.ttf$/.test(path),
  });
}
await build({
  entryPoints: ["src/ScrBudget.Web/assets/uswds-blazor.js"],
  outfile: `${site}/js/uswds-blazor.js`,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  logLevel: "warning",
});
await writeFile(`${fonts}/.stamp`, "");
