// Saves web pages as a browser does, as archives (MHTML), over the browser's own protocol:
//   node --experimental-websocket save_as_mhtml.mjs OUT PAGE.html…
// The addresses of the pages stand in it, so copy them to a folder such as /tmp/pages first. The tests do not need it: what it made lies in html/, as NAME-saved.mhtml.
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const [out, ...pages] = process.argv.slice(2);
const port = 9333;
const profile = mkdtempSync(join(tmpdir(), 'save-as-mhtml-'));
const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`, `--user-data-dir=${profile}`];
const browser = spawn('chromium', [...flags, 'about:blank'], { stdio: 'ignore' });
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

let tabs;
for (let tries = 0; tries < 60 && !tabs; tries += 1) {
  await pause(500);
  tabs = await fetch(`http://127.0.0.1:${port}/json`).then((answer) => answer.json(), () => undefined);
}
const socket = new WebSocket(tabs.find((tab) => tab.type === 'page').webSocketDebuggerUrl);
await new Promise((done) => { socket.onopen = done; });
const waiting = new Map();
socket.onmessage = (event) => {
  const answer = JSON.parse(event.data);
  waiting.get(answer.id)?.(answer.result);
};
const ask = (method, params = {}) => new Promise((done) => {
  const id = waiting.size + 1;
  waiting.set(id, done);
  socket.send(JSON.stringify({ id, method, params }));
});

await ask('Page.enable');
for (const page of pages) {
  await ask('Page.navigate', { url: `file://${resolve(page)}` });
  await pause(1200);
  const { data } = await ask('Page.captureSnapshot', { format: 'mhtml' });
  const name = basename(page, '.html');
  writeFileSync(join(out, `${name}-saved.mhtml`), data);
}
socket.close();
browser.kill();
process.exit(0);
