// Copies what the portal needs of the restored npm packages into wwwroot/lib, and gathers the icons of package.json
// into one sprite. Run by the build; see BrowserLibraries.targets.
import { drawRegion } from './region-map.mjs';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const { icons } = JSON.parse(readFileSync('package.json', 'utf8'));
const lib = 'wwwroot/lib';
const modules = 'node_modules';

rmSync(lib, { recursive: true, force: true });
mkdirSync(`${lib}/fonts`, { recursive: true });
// The portal links Bootstrap without its source map, so that browsers do not ask for one.
const withoutMap = text => text.replace(/\n?\/[*/]# sourceMappingURL=.*$/m, '');
writeFileSync(`${lib}/bootstrap.min.css`, withoutMap(readFileSync(`${modules}/bootstrap/dist/css/bootstrap.min.css`, 'utf8')));
cpSync(`${modules}/htmx.org/dist/htmx.min.js`, `${lib}/htmx.min.js`);
for (const weight of [400, 600]) {
  // Latin for nearly everything; the extended faces (Łódź, Żuraw) load only where a page needs them.
  for (const [set, end] of [['latin', ''], ['latin-ext', '-ext']]) {
    cpSync(`${modules}/@fontsource/source-sans-3/files/source-sans-3-${set}-${weight}-normal.woff2`, `${lib}/fonts/source-sans-3-${weight}${end}.woff2`);
  }
}
cpSync(`${modules}/@fontsource/source-sans-3/LICENSE`, `${lib}/fonts/LICENSE.txt`);

drawRegion(modules, lib);

const symbol = name => {
  const svg = readFileSync(`${modules}/bootstrap-icons/icons/${name}.svg`, 'utf8');
  const [, viewBox] = svg.match(/viewBox="([^"]+)"/);
  const inside = svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '').replace(/\s*\n\s*/g, '');
  return `<symbol id="${name}" viewBox="${viewBox}">${inside}</symbol>`;
};
writeFileSync(`${lib}/icons.svg`, `<svg xmlns="http://www.w3.org/2000/svg">\n${icons.map(symbol).join('\n')}\n</svg>\n`);
