import { make, mark, show, write } from './dom.js';
import { LiveRoom } from './room.js';
import { bar } from './parts/bar.js';
import { blocked } from './parts/blocked.js';
import { full } from './parts/full.js';
import { join } from './parts/join.js';
import { lobby } from './parts/lobby.js';
import { ready } from './parts/ready.js';
import { sign } from './parts/sign.js';
import { sound } from './parts/sound.js';
import { stage } from './parts/stage.js';
import { toast } from './parts/toast.js';
import { t } from './words.js';

/** The class's screen: what children see, and nothing that is not for them. */
const room = new LiveRoom();
const main = /** @type {HTMLElement} */ (document.querySelector('main'));

const before = lobby(room);
const both = stage(room);
const holding = full('holding');
const covered = full('covered');
const waiting = full('waiting');
const link = make('a', 'our-link-up', t('ended.link'));
link.href = `/sessions/${encodeURIComponent(room.id)}/our-link-up`;
const ended = full('ended', link);
const question = ready(room);
const adult = bar(room, question.open);
const line = make('p', 'line');
line.setAttribute('role', 'status');
const parts = [before, both, blocked(room), sign(room), join(room), question, toast(room), sound(room, () => true)];

main.append(
  ...[before, both, holding, covered, waiting, ended].map(({ element }) => element),
  ...parts.slice(2).map(({ element }) => element),
  line,
  adult.element,
  adult.hold,
);

/** @returns {'ended' | 'waiting' | 'covered' | 'stage' | 'holding' | 'lobby'} */
function view() {
  const { doc } = room;
  if (room.over) {
    return 'ended';
  }
  if (doc.waiting !== undefined) {
    return 'waiting';
  }
  if (room.covered) {
    return 'covered';
  }
  if (doc.room === undefined || room.wire.silent) {
    return 'holding';
  }
  if (room.flows && doc.media?.[room.me]?.sees) {
    return 'stage';
  }
  const open = doc.door?.state !== 'shut';
  return open || (doc.door?.why === 'key' && doc.room.phase === 'live') ? 'holding' : 'lobby';
}

function draw() {
  const now = view();
  mark(document.body, 'view', now);
  show(before.element, now === 'lobby');
  show(both.element, now === 'stage');
  const started = room.doc.room !== undefined;
  const carries = room.doc.own?.cam === room.me || room.doc.own?.mic === room.me;
  const which = room.flows ? (carries ? 'carrying' : 'beside') : started ? 'holding' : 'connecting';
  holding.show(now === 'holding', t(`${which}.title`), t(`${which}.words`));
  const theirs = !room.side?.covered && !room.coverHere;
  covered.show(now === 'covered', t('covered.title'), t(theirs ? 'covered.theirs' : room.key ? 'covered.ours.key' : 'covered.ours'));
  drawEnd(now === 'ended');
  drawWaiting(now === 'waiting');
  parts.forEach((part) => part.draw());
  adult.draw();
  write(line, room.wire.alive || room.over || now === 'holding' ? '' : t('line.away'));
  show(line, line.textContent !== '');
}

/** @param {boolean} shown */
function drawEnd(shown) {
  const head = room.doc.room;
  const bye = room.goodbye;
  const cancelled = head?.phase === 'cancelled';
  const sentOut = bye !== null && bye.code !== 4500 && bye.code < 5000 && head?.phase !== 'ended';
  show(link, !cancelled && !sentOut);
  if (cancelled) {
    ended.show(shown, t('cancelled.title'), t('cancelled.words'));
  } else if (sentOut) {
    ended.show(shown, t('out.title'), bye.why || t('out.words'));
  } else {
    ended.show(shown, t('ended.title'), t('ended.words', room.partner?.label ?? ''));
  }
}

/** @param {boolean} shown */
function drawWaiting(shown) {
  const asked = room.doc.waiting;
  const state = asked?.state === 'removed' || asked?.state === 'refused' ? 'removed' : 'asking';
  waiting.show(shown, t(`waiting.${state}.title`), t(`waiting.${state}.words`, asked?.class ?? '', asked?.school ?? ''));
}

// A clicker's blank key, or one key on the keyboard, covers; nothing uncovers but an adult's press.
addEventListener('keydown', (event) => {
  const typing = event.target instanceof Element && event.target.closest('input[type=text], textarea, select');
  if ((event.key === 'b' || event.key === '.') && !event.ctrlKey && !event.metaKey && !event.altKey && !typing) {
    event.preventDefault();
    void room.cover();
  }
});

room.addEventListener('change', draw);
room.start();
