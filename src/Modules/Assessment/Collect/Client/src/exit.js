// Leaves at once: the page is blank before anything else happens, and its place in the history is taken by a harmless page. What was typed is
// saved on the way, for half a second at the most. After it the PIN is asked, since its key was in this page's memory alone.
import { lock } from './vault.js';

let save = async () => {};
let left = false;

/** What is to be saved before the page is left or locked. */
export const saves = act => { save = act; };
export const saveNow = () => save();

export async function leave() {
  if (left) return;
  left = true;
  document.documentElement.hidden = true;
  document.title = '–';
  await Promise.race([save().catch(() => {}), new Promise(done => { setTimeout(done, 500); })]);
  lock();
  document.body.replaceChildren();
  location.replace('/collect/exit');
}

let escaped = -Infinity;
addEventListener('keydown', event => {
  if (event.key !== 'Escape' || event.repeat) return;
  if (event.timeStamp - escaped <= 1500) leave();
  escaped = event.timeStamp;
}, true);

// A page that comes back out of the browser's memory must not come back unlocked.
addEventListener('pageshow', event => { if (event.persisted) location.reload(); });
