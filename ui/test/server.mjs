// A server for the live test: pages over HTTP and the least of RFC 6455 that a browser needs, without dependencies.
import { createHash } from "node:crypto";
import { createServer } from "node:http";

/** A text message, or a binary one of what is no text. */
function frame(message) {
  const payload = Buffer.from(message);
  const first = typeof message === "string" ? 0x81 : 0x82;
  const head = payload.length < 126 ? Buffer.from([first, payload.length]) : Buffer.from([first, 126, payload.length >> 8, payload.length & 255]);
  return Buffer.concat([head, payload]);
}

/** Takes whole frames off the front of `buffer`: [[opcode, text], …] and what is left. */
function frames(buffer) {
  const found = [];
  while (buffer.length >= 6) {
    const short = buffer[1] & 127;
    const header = short === 126 ? 4 : 2;
    const length = short === 126 ? buffer.readUInt16BE(2) : short;
    if (buffer.length < header + 4 + length) break;
    const mask = buffer.subarray(header, header + 4);
    const payload = Buffer.from(buffer.subarray(header + 4, header + 4 + length));
    payload.forEach((byte, i) => (payload[i] = byte ^ mask[i & 3]));
    found.push([buffer[0] & 15, payload.toString()]);
    buffer = buffer.subarray(header + 4 + length);
  }
  return [found, buffer];
}

/** `pages(request, body)` answers HTTP with [type, text]; `connected(line)` gets each socket: `line.send`, `line.cut`, `line.onframe`, `line.url`. */
export async function serve(pages, connected) {
  const sockets = new Set();
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => (body += part));
    request.on("end", () => {
      const [type, text] = pages(request, body);
      response.writeHead(200, { "content-type": type, "content-security-policy": "default-src 'self'; style-src 'self'; script-src 'self'" }).end(text);
    });
  });
  server.on("upgrade", (request, socket) => {
    const accept = createHash("sha1").update(`${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
    sockets.add(socket);
    const line = { url: request.url, send: (...messages) => socket.write(Buffer.concat(messages.map(frame))), cut: () => socket.destroy(), onframe: () => {} };
    let held = Buffer.alloc(0);
    socket.on("data", (part) => {
      let whole;
      [whole, held] = frames(Buffer.concat([held, part]));
      for (const [opcode, text] of whole) if (opcode === 1) line.onframe(text);
    });
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    connected(line);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      server.closeAllConnections();
      server.close();
    },
  };
}
