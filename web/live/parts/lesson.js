import { button, make, mark, rows, show, write } from '../dom.js';
import { t } from '../words.js';

/** A lesson that is late by less is not told so. */
const LATE = 60_000;

/**
 * Minutes and seconds that are left, or how far over: "4:05", "+1:10".
 *
 * @param {number} ms
 */
function clock(ms) {
  // A second that has begun is still left: what is new stands for a whole second before the clock goes.
  const seconds = ms < 0 ? Math.floor(-ms / 1_000) : Math.ceil(ms / 1_000);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return ms < 0 && seconds > 0 ? `+${text}` : text;
}

/** @param {import('../room.js').LiveRoom} room how long the segment has left; below nothing when it is over */
function left(room) {
  const segment = room.doc.lesson?.segment;
  return segment === undefined ? 0 : segment.left ?? (segment.until ?? 0) - room.now;
}

/** @param {import('../room.js').LiveRoom} room what is now, for how long, and what comes next: the same on all screens */
export function lessonStrip(room) {
  const title = make('h2', 'title');
  const say = make('p', 'say');
  const time = make('p', 'clock');
  time.setAttribute('role', 'timer');
  const after = make('p', 'after');
  [title, say, after].forEach((one) => (one.dir = 'auto'));
  const element = make('section', 'lesson', make('div', 'what', title, say), make('div', 'when', time, after));
  element.setAttribute('aria-label', t('lesson.label'));
  element.hidden = true;
  const tick = () => {
    const { lesson } = room.doc;
    if (lesson?.segment !== undefined) {
      const rest = left(room);
      write(time, lesson.segment.left === undefined ? clock(rest) : t('lesson.paused'));
      mark(element, 'over', rest < 0);
    }
  };
  setInterval(tick, 500);
  const draw = () => {
    const { lesson } = room.doc;
    const segment = lesson?.segment;
    show(element, segment !== undefined && !room.over);
    if (segment === undefined) {
      return;
    }
    mark(element, 'theme', segment.theme);
    write(title, segment.title);
    write(say, segment.say ?? '');
    write(after, lesson?.after ? t('lesson.after', lesson.after.title) : t('lesson.last'));
    tick();
  };
  return { element, draw };
}

/**
 * What somebody presses who leads: one big Next that says what comes next, and the rest.
 *
 * @param {import('../room.js').LiveRoom} room
 */
export function leading(room) {
  const from = () => ({ from: room.doc.lesson?.place ?? '' });
  const next = button('next primary', '', () => void room.ask('lesson.next', from()));
  const back = button('back', t('lesson.back'), () => void room.ask('lesson.back', from()));
  const minute = button('minute', t('lesson.minute'), () => void room.ask('lesson.minute', from()));
  const pause = button('pause', '', () => void room.ask(room.doc.lesson?.segment?.left === undefined ? 'lesson.pause' : 'lesson.go'));
  const down = button('down', '', () => void room.ask(room.doc.lesson?.down ? 'lesson.up' : 'lesson.down'));
  const late = make('p', 'late');
  late.setAttribute('role', 'status');
  const element = make('div', 'leading', next, make('div', 'actions', back, minute, pause, down), late);
  const tick = () => {
    write(late, room.host ? advice(room) : '');
    show(late, late.textContent !== '');
  };
  setInterval(tick, 1_000);
  const draw = () => {
    const { lesson } = room.doc;
    const begun = lesson?.segment !== undefined;
    show(element, lesson !== undefined && room.host && !room.over);
    write(next, nextWords(room));
    show(next, lesson !== undefined && !lesson.down && (lesson.after !== undefined || begun));
    [back, minute, pause].forEach((one) => show(one, begun));
    back.disabled = (lesson?.at ?? 0) <= 1;
    write(pause, t(lesson?.segment?.left === undefined ? 'lesson.pause' : 'lesson.go'));
    write(down, t(lesson?.down ? 'lesson.up' : 'lesson.down'));
    tick();
  };
  return { element, draw };
}

/** @param {import('../room.js').LiveRoom} room */
function nextWords(room) {
  const { lesson } = room.doc;
  if (lesson?.after === undefined) {
    return t('lesson.finish');
  }
  return t(lesson.at === 0 ? 'lesson.begin' : 'lesson.next', lesson.after.title);
}

/** @param {import('../room.js').LiveRoom} room what to make shorter, where what is still to come no longer fits */
function advice(room) {
  const { lesson } = room.doc;
  const head = room.doc.room;
  if (lesson?.segment === undefined || lesson.rest === undefined || head === undefined) {
    return '';
  }
  const late = lesson.rest * 60_000 + Math.max(0, left(room)) - (head.ends - room.now);
  if (late < LATE) {
    return '';
  }
  const minutes = Math.ceil(late / 60_000);
  const { longest } = lesson;
  const shorter = Math.max(1, (longest?.minutes ?? 1) - minutes);
  return longest === undefined || longest.minutes === 1 ? t('lesson.late', minutes) : t('lesson.late.shorter', minutes, longest.title, shorter);
}

/** @param {import('../room.js').LiveRoom} room the whole run sheet and the tips, for adults alone */
export function sheet(room) {
  const tips = make('ul', 'tips');
  const list = make('ol', 'sheet');
  const element = make('section', 'run-sheet', make('h2', '', t('lesson.sheet')), tips, list);
  const draw = () => {
    const { lesson } = room.doc;
    show(element, lesson?.sheet !== undefined && !room.over);
    tips.replaceChildren(...(lesson?.tips ?? []).map((tip) => make('li', '', tip)));
    rows(
      list,
      lesson?.sheet ?? {},
      (to) => {
        const go = button('skip', t('lesson.here'), () => void room.ask('lesson.skip', { from: room.doc.lesson?.place ?? '', to }));
        return make('li', '', make('span', 'title'), make('span', 'soft'), go);
      },
      (row, one, id) => {
        const [title, minutes, go] = /** @type {HTMLElement[]} */ ([...row.children]);
        const now = id === lesson?.place && !lesson.down;
        title && write(title, one.title);
        minutes && write(minutes, t('lesson.minutes', one.minutes));
        mark(row, 'now', now);
        now ? row.setAttribute('aria-current', 'step') : row.removeAttribute('aria-current');
        go?.setAttribute('aria-label', t('lesson.skip', one.title));
        go && show(go, room.host && !now && lesson?.down !== true);
      },
      ([, a], [, b]) => a.rank - b.rank,
    );
  };
  return { element, draw };
}

/** A clicker's keys: on and back. A key that sticks repeats, and is not heard. @param {import('../room.js').LiveRoom} room */
export function clicker(room) {
  const keys = new Map([
    ['PageDown', 'lesson.next'],
    ['PageUp', 'lesson.back'],
  ]);
  addEventListener('keydown', (event) => {
    const command = keys.get(event.key);
    const typing = event.target instanceof Element && event.target.closest('input, textarea, select, dialog');
    const place = room.doc.lesson?.place;
    if (command !== undefined && !typing && !event.repeat && room.host && place !== undefined && !room.over) {
      event.preventDefault();
      void room.ask(command, { from: place });
    }
  });
}
