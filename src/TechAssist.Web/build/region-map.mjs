// Draws the outlines of Africa and Europe once, for the map of who is deployed: lib/region.svg is what browsers load, lib/region.json
// tells the server where each country stands in it. Data: Natural Earth (public domain) as npm's world-atlas.
import { readFileSync, writeFileSync } from 'node:fs';
import { geoArea, geoEqualEarth, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';

// ISO 3166-1: numbers, as the data has them, and letters, as the portal has them.
const codes = `012 DZ,024 AO,072 BW,086 IO,108 BI,120 CM,132 CV,140 CF,148 TD,174 KM,178 CG,180 CD,204 BJ,226 GQ,231 ET,232 ER,262 DJ,266 GA,270 GM,288 GH,
324 GN,384 CI,404 KE,426 LS,430 LR,434 LY,450 MG,454 MW,466 ML,478 MR,480 MU,504 MA,508 MZ,516 NA,562 NE,566 NG,624 GW,646 RW,678 ST,686 SN,690 SC,694 SL,
706 SO,710 ZA,716 ZW,728 SS,729 SD,732 EH,748 SZ,768 TG,788 TN,800 UG,818 EG,834 TZ,854 BF,894 ZM,
008 AL,020 AD,040 AT,056 BE,070 BA,100 BG,112 BY,191 HR,196 CY,203 CZ,208 DK,233 EE,246 FI,250 FR,276 DE,300 GR,336 VA,348 HU,352 IS,372 IE,380 IT,428 LV,438 LI,
440 LT,442 LU,470 MT,492 MC,498 MD,499 ME,528 NL,578 NO,616 PL,620 PT,642 RO,643 RU,674 SM,688 RS,703 SK,705 SI,724 ES,752 SE,756 CH,792 TR,804 UA,807 MK,826 GB,
376 IL,400 JO,422 LB,682 SA,760 SY,275 PS,368 IQ,364 IR,414 KW,887 YE,512 OM,784 AE,634 QA,048 BH,051 AM,268 GE,031 AZ`
  .split(',').map(pair => pair.trim().split(' ')).reduce((all, [number, letters]) => all.set(number, letters), new Map());

// Parts that the data sets apart and that are land here, without a border of their own.
const unnumbered = ['Kosovo', 'N. Cyprus', 'Somaliland'];

// Where the largest piece is not where people look for the country, or lies outside the frame.
const places = { FR: [2.5, 46.6], NO: [9.5, 61.5], ES: [-3.7, 40.2], PT: [-8.1, 39.6], NL: [5.4, 52.2], RU: [39, 55.7], GB: [-1.8, 52.8], DK: [9.4, 56], GQ: [10.4, 1.7], CV: [-23.6, 15.1], MU: [57.5, -20.3], IT: [12.2, 43] };

export const drawRegion = (modules, lib) => {
  const whole = JSON.parse(readFileSync(`${modules}/world-atlas/countries-50m.json`, 'utf8'));
  const world = thin(whole, 0.22);
  const [width, height] = [720, 870];
  const frame = { type: 'MultiPoint', coordinates: [[-25, 20], [58, 20], [15, -35.5], [15, 69], [-20, 60], [45, 66], [50, -28]] };
  const projection = geoEqualEarth().rotate([-16, 0]).fitExtent([[14, 10], [width - 14, height - 10]], frame).clipExtent([[0, 0], [width, height]]);
  const path = geoPath(projection).digits(0);
  const countries = whole.objects.countries.geometries.filter(country => codes.has(country.id));
  const shown = [...countries, ...whole.objects.countries.geometries.filter(country => unnumbered.includes(country.properties.name))];
  const land = path({ type: 'GeometryCollection', geometries: shown.flatMap(country => pieces(feature(world, country))) });
  const borders = path(mesh(world, { type: 'GeometryCollection', geometries: shown }, (one, other) => one !== other && one.id && other.id));
  writeFileSync(`${lib}/region.svg`,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path fill="#dfe4de" d="${land}"/><path fill="none" stroke="#fff" d="${borders}"/></svg>\n`);

  const where = {};
  for (const country of countries) {
    const letters = codes.get(country.id);
    const at = places[letters] ? projection(places[letters]) : path.centroid(largest(feature(whole, country)));
    if (at?.every(Number.isFinite) && at[0] > 0 && at[0] < width && at[1] > 0 && at[1] < height) { where[letters] = at.map(Math.round); }
  }
  writeFileSync(`${lib}/region.json`, `${JSON.stringify({ width, height, places: where })}\n`);
};

// Leaves out points nearer to the last one than so many degrees. Arcs are shared, so that neighbours still fit together.
const thin = (topology, least) => {
  const { scale: [kx, ky], translate: [dx, dy] } = topology.transform;
  const arcs = topology.arcs.map(arc => {
    let [x, y] = [0, 0];
    const points = arc.map(([stepX, stepY]) => [(x += stepX) * kx + dx, (y += stepY) * ky + dy]);
    return points.filter((point, at) => {
      const isKept = at === 0 || at === points.length - 1 || Math.hypot(point[0] - points.last[0], point[1] - points.last[1]) >= least;
      if (isKept) { points.last = point; }
      return isKept;
    });
  });
  return { ...topology, transform: undefined, arcs };
};

const pieces = ({ geometry: { type, coordinates } }) => (type === 'Polygon' ? [coordinates] : coordinates)
  .map(piece => ({ type: 'Polygon', coordinates: piece }))
  // An island of which too few points are left turns inside out and would be the whole world.
  .filter(piece => piece.coordinates[0].length > 3 && geoArea(piece) < 1);

// Of a country in several pieces the one that is a country to the eye.
const largest = shape => pieces(shape).reduce((best, piece) => (geoArea(piece) > geoArea(best) ? piece : best));
