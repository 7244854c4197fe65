import { make, mark, show, write } from './dom.js';
import { LiveRoom } from './room.js';
import { activity } from './acts/act.js';
import { asks } from './parts/asks.js';
import { code, phones } from './parts/beside.js';
import { blocked } from './parts/blocked.js';
import { classes, controls } from './parts/controls.js';
import { coverKey } from './parts/keys.js';
import { door } from './parts/door.js';
import { endings } from './parts/endings.js';
import { join } from './parts/join.js';
import { clicker, leading, lessonStrip, sheet } from './parts/lesson.js';
import { lights } from './parts/lights.js';
import { notes } from './parts/notes.js';
import { question } from './parts/question.js';
import { ready } from './parts/ready.js';
import { devices, selftest } from './parts/selftest.js';
import { sign } from './parts/sign.js';
import { sound } from './parts/sound.js';
import { stage } from './parts/stage.js';
import { stuck } from './parts/stuck.js';
import { toast } from './parts/toast.js';
import { who } from './parts/who.js';
import { t } from './words.js';

/** The page that only an adult sees. */
const room = new LiveRoom();
const main = /** @type {HTMLElement} */ (document.querySelector('main'));

// Where a board has the class's microphone it plays the sound too: twice in one room is an echo.
const hearing = {
  /** @type {boolean | null} */
  chosen: null,
  get on() {
    const mic = room.doc.own?.mic;
    return this.chosen ?? (mic === undefined || mic === room.me);
  },
  turn() {
    hearing.chosen = !hearing.on;
    room.joined ? room.changed() : room.join();
  },
};

const title = make('h1', 'title');
const concern = make('a', 'concern', t('adult.concern'));
concern.href = main.dataset.concern ?? `/concern?session=${encodeURIComponent(room.id)}`;
concern.target = '_blank';
concern.rel = 'noopener';
const help = make('a', 'help', t('adult.help'));
help.href = `/room/${encodeURIComponent(room.id)}/${encodeURIComponent(room.me)}/help`;
help.target = '_blank';
help.rel = 'noopener';
const pictures = stage(room, 'panes');
const dialog = ready(room);
const own = selftest(room);
const chosen = devices(room);
const choose = make('details', 'choose', make('summary', '', t('bar.devices')), chosen.element);
const { view, parts: whole } = endings(room);

const strip = [lights(room), door(room)];
const first = [sign(room), question(room), asks(room), stuck(room), blocked(room), join(room)];
const taught = [lessonStrip(room), leading(room), activity(room)];
const middle = [...taught, pictures, own, { element: choose, draw: chosen.draw }, controls(room, dialog.open, hearing), classes(room)];
const last = [sheet(room), who(room), code(room), notes(room), phones(room)];
const rest = [dialog, toast(room), sound(room, () => hearing.on)];

const elements = (/** @type {{element: HTMLElement}[]} */ list) => list.map(({ element }) => element);
const live = make(
  'div',
  'live',
  make('header', 'top', title, help, concern),
  make('div', 'strip', ...elements(strip)),
  make('div', 'first', ...elements(first)),
  make('div', 'middle', ...elements(middle)),
  make('div', 'last', ...elements(last)),
);
main.append(live, ...elements(whole), ...elements(rest));

function draw() {
  const now = view();
  mark(document.body, 'view', now);
  const inside = now !== 'ended' && now !== 'waiting' && room.doc.room !== undefined;
  show(live, inside);
  write(title, room.doc.room?.title ?? '');
  show(pictures.element, room.flows);
  const carries = room.doc.own?.cam === room.me || room.doc.own?.mic === room.me;
  show(own.element, carries && !room.flows);
  whole.forEach((part) => part.draw(now));
  [...strip, ...first, ...middle, ...last, ...rest].forEach((part) => part.draw());
  show(choose, !chosen.element.hidden);
}

coverKey(room);
clicker(room);
room.addEventListener('change', draw);
room.start();
