// The land outline, from world-atlas (ISC, Natural Earth's public domain data), in the projection that README.md documents and
// crates/web/src/assets.rs repeats: equirectangular with the standard parallel 35 degrees, 1000 wide, from 84 N to 57 S.
import { createRequire } from "node:module";
import { feature } from "topojson-client";

const require = createRequire(import.meta.url);
export const width = 1000;
const north = 84;
const south = -57;
const perDegree = width / 360;
const stretch = perDegree / Math.cos((35 * Math.PI) / 180);
export const height = Math.round((north - south) * stretch);

/** Map coordinates of a point on the globe (degrees). */
export function project(latitude, longitude) {
  const x = (longitude + 180) * perDegree;
  const y = (north - Math.min(north, Math.max(south, latitude))) * stretch;
  return [x, y];
}

const tenth = (value) => Math.round(value * 10) / 10;
const coordinate = (value) => String(tenth(value)).replace(/^(-?)0\./, "$1.");

/** One ring as relative path data; points nearer than `grain` to the last are left out. */
function ring(points, grain) {
  const kept = [];
  for (const [longitude, latitude] of points) {
    const [x, y] = project(latitude, longitude).map(tenth);
    const last = kept.at(-1);
    if (!last || Math.hypot(x - last[0], y - last[1]) >= grain) kept.push([x, y]);
  }
  if (kept.length < 4) return "";
  let [px, py] = kept[0];
  let path = `M${coordinate(px)} ${coordinate(py)}l`;
  for (const [x, y] of kept.slice(1)) {
    const dy = coordinate(y - py);
    path += `${coordinate(x - px)}${dy.startsWith("-") ? "" : " "}${dy} `;
    [px, py] = [x, y];
  }
  return path.trimEnd() + "z";
}

/** A ring that crosses the date line, laid out without the jump and once more on the other side; the map's edge cuts both. */
function unwrapped(points) {
  let turn = 0;
  const flat = points.map(([longitude, latitude], i) => {
    const step = i === 0 ? 0 : longitude - points[i - 1][0];
    if (step > 180) turn -= 360;
    if (step < -180) turn += 360;
    return [longitude + turn, latitude];
  });
  const longitudes = flat.map(([longitude]) => longitude);
  const shifts = [0];
  if (Math.max(...longitudes) > 180) shifts.push(-360);
  if (Math.min(...longitudes) < -180) shifts.push(360);
  return shifts.map((shift) => flat.map(([longitude, latitude]) => [longitude + shift, latitude]));
}

export function worldSvg() {
  const topology = require("world-atlas/land-110m.json");
  const land = feature(topology, topology.objects.land);
  const polygons = (land.features ?? [land]).flatMap((f) =>
    f.geometry.type === "Polygon" ? [f.geometry.coordinates] : f.geometry.coordinates,
  );
  const path = polygons
    .filter((polygon) => polygon[0].some(([, latitude]) => latitude > south))
    .flatMap((polygon) => polygon.flatMap(unwrapped).map((points) => ring(points, 0.7)))
    .join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path id="land" d="${path}"/></svg>\n`;
}

/** Points for the test that the server's projection is this one. */
export function projectionSamples() {
  const places = [[0, 0], [-1.2864, 36.8172], [40.7128, -74.006], [-33.8688, 151.2093], [71.2, 179.9], [-57, -180], [90, 12], [-89, 12]];
  return { width, height, samples: places.map(([latitude, longitude]) => ({ latitude, longitude, x: project(latitude, longitude)[0], y: project(latitude, longitude)[1] })) };
}
