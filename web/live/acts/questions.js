import { button, make, mark, rows, show, write } from '../dom.js';
import { t } from '../words.js';
import { act, labelOf, wears, writing } from './parts.js';

const CHARACTERS = 160;

/** @param {import('../room.js').LiveRoom} room the question board: what was approved, what waits, one large */
export function questions(room) {
  const large = make('p', 'aired');
  large.dir = 'auto';
  large.setAttribute('aria-live', 'polite');
  const turn = make('p', 'asks');
  turn.setAttribute('aria-live', 'polite');
  const list = make('ul', 'all');
  const waiting = make('p', 'soft');
  const waitTitle = make('h2', '', t('questions.waits'));
  const waits = make('ul', 'waits');
  const group = make('input');
  group.maxLength = 16;
  group.autocomplete = 'off';
  const write_here = make(
    'div',
    'write',
    make('label', 'group', make('span', '', t('questions.group')), group),
    writing(t('questions.ours'), CHARACTERS, t('questions.write'), (text, sure) => act(room, 'question.write', { group: group.value, text, sure })),
  );
  const element = make('div', 'questions', turn, large, list, waiting, waitTitle, waits, write_here);
  const draw = (/** @type {any} */ is, /** @type {any} */ own) => {
    write(turn, is.asks ? t('questions.asks', labelOf(room, is.asks)) : '');
    show(turn, is.asks !== undefined);
    write(large, is.aired ? is.all[is.aired]?.text ?? '' : '');
    show(large, is.aired !== undefined);
    show(write_here, room.side !== undefined && room.wire.you?.role !== 'observer');
    rows(
      list,
      Object.fromEntries(Object.entries(is.all).filter(([, one]) => !(/** @type {any} */ (one).into))),
      (id) => asked(room, id),
      (row, one, id) => drawn(room, row, /** @type {any} */ (one), id, is),
      ([, a], [, b]) => /** @type {any} */ (a).rank - /** @type {any} */ (b).rank,
    );
    write(waiting, own.waiting > 0 ? t('questions.waiting', own.waiting) : '');
    const mine = own.waits ?? {};
    const any = room.key && Object.keys(mine).length > 0;
    show(waitTitle, any);
    show(waits, any);
    rows(waits, mine, (id) => toRead(room, id), (row, one) => write(/** @type {Node} */ (row.firstChild), unread(/** @type {any} */ (one))));
  };
  return { element, draw };
}

/**
 * @param {import('../room.js').LiveRoom} room
 * @param {string} question
 */
function asked(room, question) {
  const text = make('span', 'text');
  text.dir = 'auto';
  const air = button('air', t('questions.air'), (event) => {
    const on = /** @type {HTMLElement} */ (event.currentTarget).getAttribute('aria-pressed') === 'true';
    void act(room, 'question.air', on ? {} : { question });
  });
  const answered = button('answered', t('questions.answered'), () => void act(room, 'question.answered', { question, yes: true }));
  const drop = button('drop', t('questions.drop'), () => void act(room, 'question.drop', { question }));
  return make('li', '', make('span', 'shape'), text, make('span', 'group'), air, answered, drop);
}

/**
 * @param {import('../room.js').LiveRoom} room
 * @param {HTMLElement} row
 * @param {{by: string, text: string, group?: string, grown?: boolean, state: string}} one
 * @param {string} id
 * @param {any} is
 */
function drawn(room, row, one, id, is) {
  wears(row, room, one.by);
  mark(row, 'answered', one.state === 'answered');
  const [, text, group, air, answered, drop] = /** @type {HTMLElement[]} */ ([...row.children]);
  write(/** @type {Node} */ (text), one.text);
  write(/** @type {Node} */ (group), one.grown ? t('questions.grown') : one.group ?? '');
  air?.setAttribute('aria-pressed', String(is.aired === id));
  [air, answered].forEach((press) => press && show(press, room.host));
  answered && show(answered, room.host && one.state !== 'answered');
  drop && show(drop, room.key && one.by === room.classId);
}

/**
 * @param {import('../room.js').LiveRoom} room
 * @param {string} question
 */
function toRead(room, question) {
  const asks = make('p', 'name-asked', make('span', '', t('act.name')), button('fine', t('act.name.fine'), () => void read(true)));
  asks.hidden = true;
  const read = async (/** @type {boolean} */ sure) => {
    show(asks, (await act(room, 'question.approve', { question, sure })) === 'text.name');
  };
  const text = make('span', 'text');
  text.dir = 'auto';
  return make(
    'li',
    '',
    text,
    button('approve primary', t('questions.approve'), () => void read(false)),
    button('drop', t('questions.drop'), () => void act(room, 'question.drop', { question })),
    asks,
  );
}

/** @param {{text: string, group?: string}} one all that would be shown is read by its adult, the group's name too */
function unread(one) {
  return one.group ? t('questions.of', one.group, one.text) : one.text;
}
