import { make, mark, show, write } from './dom.js';
import { LiveRoom } from './room.js';
import { activity } from './acts/act.js';
import { laneOf } from './acts/picture.js';
import { bar } from './parts/bar.js';
import { blocked } from './parts/blocked.js';
import { concern } from './parts/concern.js';
import { coverKey } from './parts/keys.js';
import { endings } from './parts/endings.js';
import { full } from './parts/full.js';
import { firstLook } from './parts/join.js';
import { clicker, leading, lessonStrip } from './parts/lesson.js';
import { lobby } from './parts/lobby.js';
import { ready } from './parts/ready.js';
import { sign } from './parts/sign.js';
import { sound } from './parts/sound.js';
import { stage } from './parts/stage.js';
import { stuck } from './parts/stuck.js';
import { toast } from './parts/toast.js';
import { t } from './words.js';

/** The class's screen: what children see, and nothing that is not for them. */
const room = new LiveRoom();
const main = /** @type {HTMLElement} */ (document.querySelector('main'));

const look = firstLook(room);
const dialog = ready(room);
const before = lobby(room, dialog.open);
const both = stage(room, 'stage');
// The two names are the page's heading for those who see it.
const heading = make('h1', 'unseen');
both.element.append(heading);
const holding = full('holding');
const covered = full('covered');
const { view, parts: whole } = endings(room);
const strip = lessonStrip(room);
const act = activity(room);
const lead = leading(room);
const adult = bar(room, dialog.open, lead);
const line = make('p', 'line');
line.setAttribute('role', 'status');
const parts = [before, both, look, blocked(room), sign(room), stuck(room), dialog, toast(room), sound(room, () => true)];

main.append(
  strip.element,
  ...[before, both, holding, covered, ...whole].map(({ element }) => element),
  act.element,
  ...parts.slice(2).map(({ element }) => element),
  line,
  make('div', 'base', adult.element, adult.hold, concern().element),
);

function draw() {
  const now = view();
  mark(document.body, 'view', now);
  const first = look.waits();
  mark(document.body, 'first', first);
  mark(document.body, 'calm', room.doc.own?.calm);
  show(before.element, now === 'lobby' && !first);
  show(both.element, now === 'stage' && !first);
  strip.draw();
  act.draw();
  // A lesson is seen with the pictures, and on a tablet that has none.
  const taught = room.doc.lesson?.segment !== undefined && !first && (now === 'stage' || (now === 'holding' && room.flows));
  mark(document.body, 'lesson', taught ? room.doc.lesson?.segment?.do : undefined);
  mark(document.body, 'lane', taught && now === 'stage' ? laneOf(room.doc.lesson?.segment) : undefined);
  [strip, act].forEach(({ element }) => show(element, taught));
  write(heading, room.doc.room?.title ?? '');
  const carries = room.doc.own?.cam === room.me || room.doc.own?.mic === room.me;
  const which = room.flows ? (carries ? 'carrying' : 'beside') : 'holding';
  holding.show(now === 'holding' && !first && room.doc.room !== undefined, t(`${which}.title`), t(`${which}.words`));
  const ours = room.side?.covered === true || room.coverHere;
  covered.show(now === 'covered' && !first, t('covered.title'), t(!ours ? 'covered.theirs' : room.key ? 'covered.ours.key' : 'covered.ours'));
  whole.forEach((part) => part.draw(now));
  parts.forEach((part) => part.draw());
  adult.draw();
  write(line, room.wire.alive || room.over || now === 'holding' ? '' : t('line.away'));
  show(line, line.textContent !== '');
}

coverKey(room);
clicker(room);
room.addEventListener('change', draw);
room.start();
