import { button, make, mark, rows, show, write } from '../dom.js';
import { t } from '../words.js';
import { ballot } from './ballot.js';
import { act, labelOf, stepper, wears } from './parts.js';

/** @param {import('../room.js').LiveRoom} room hands counted by each class's adult or its tablets' ballots, blind until both are in */
export function vote(room) {
  const how = make('p', 'how');
  const list = make('ol', 'choices');
  const voters = stepper(t('vote.voters'), (by) => change('', by));
  const many = make('div', 'voters', make('span', '', t('vote.voters')), voters.element);
  const send = button('send primary', t('vote.send'), () => void act(room, 'vote.count', { voters: ours.voters, hands: ours.hands }));
  const again = button('again', t('vote.again'), () => void act(room, 'vote.again'));
  const state = make('p', 'state');
  state.setAttribute('role', 'status');
  /** @type {any} */
  let now = { choices: {} };
  const tablets = ballot(
    room,
    () => make('span', 'words'),
    (choice, press) => {
      wears(press, room, now.choices[choice].by);
      write(/** @type {Node} */ (press.firstChild), now.choices[choice].text);
    },
  );
  const element = make('div', 'vote', how, list, tablets.element, make('div', 'actions', many, send, again), state);
  /** @type {{voters: number, hands: Record<string, number>}} */
  let ours = { voters: 0, hands: {} };
  let known = '';
  /** @type {Map<string, ReturnType<typeof stepper>>} */
  const steps = new Map();
  const change = (/** @type {string} */ choice, /** @type {number} */ by) => {
    const more = (/** @type {number | undefined} */ was) => Math.max(0, (was ?? 0) + by);
    ours = choice === '' ? { ...ours, voters: more(ours.voters) } : { ...ours, hands: { ...ours.hands, [choice]: more(ours.hands[choice]) } };
    room.changed();
  };
  const draw = (/** @type {any} */ is, /** @type {any} */ own) => {
    const told = JSON.stringify([own.voters, own.hands, is.second]);
    if (told !== known) {
      known = told;
      ours = { voters: own.voters ?? 0, hands: own.hands ?? {} };
    }
    now = is;
    const free = is.result === undefined && Object.keys(is.choices).length > 0;
    const counts = room.key && free && own.tablets === undefined;
    const pupils = own.tablets === 'open' && room.wire.you?.kind === 'tablet';
    tablets.draw({ options: ranked(is.choices), most: mostOf(is), round: is.second ? 'second' : 'first', own, free });
    show(list, !pupils);
    show(how, !pupils && own.tablets === undefined);
    write(how, t(`vote.${is.second ? 'second' : is.method}`, is.each ?? 1));
    show(many, counts);
    show(send, counts);
    send.disabled = ours.voters === 0;
    show(again, room.host && is.runoff === true);
    voters.draw(ours.voters);
    rows(
      list,
      is.choices,
      (choice) => {
        const step = stepper(t('vote.hands'), (by) => change(choice, by));
        steps.set(choice, step);
        const text = make('span', 'text');
        text.dir = 'auto';
        return make('li', '', make('span', 'shape'), text, make('span', 'result'), step.element);
      },
      (row, choice, id) => {
        wears(row, room, choice.by);
        mark(row, 'chosen', is.chosen === id && is.runoff !== true);
        write(/** @type {Node} */ (row.children[1]), choice.text);
        write(/** @type {Node} */ (row.children[2]), result(room, is.result?.[id]));
        const step = steps.get(id);
        step?.draw(ours.hands[id] ?? 0);
        show(/** @type {HTMLElement} */ (row.children[3]), counts);
      },
      ([, a], [, b]) => a.rank - b.rank,
    );
    write(state, said(room, is));
  };
  return { element, draw };
}

/** @param {Record<string, {rank: number}>} choices */
function ranked(choices) {
  return Object.entries(choices)
    .sort(([, a], [, b]) => a.rank - b.rank)
    .map(([id]) => id);
}

/** @param {any} is marks of one ballot */
function mostOf(is) {
  return is.method === 'omni' && !is.second ? ranked(is.choices).length : is.second ? 1 : is.each ?? 1;
}

/**
 * @param {import('../room.js').LiveRoom} room
 * @param {{share: number, hands: Record<string, number>} | undefined} counted
 */
function result(room, counted) {
  if (counted === undefined) {
    return '';
  }
  const hands = room.sides.map(([id, side]) => t('vote.line', side.label, counted.hands[id] ?? 0));
  return t('vote.share', counted.share, hands.join(', '));
}

/**
 * @param {import('../room.js').LiveRoom} room
 * @param {any} is
 */
function said(room, is) {
  if (Object.keys(is.choices).length === 0) {
    return t('vote.nothing');
  }
  if (is.runoff) {
    return t('vote.runoff');
  }
  if (is.chosen) {
    const chosen = is.choices[is.chosen];
    const whole = t('vote.chosen', chosen.text);
    return is.tie ? `${whole} ${t('vote.tie', labelOf(room, chosen.by))}` : whole;
  }
  const missing = room.sides.filter(([id]) => !is.in.includes(id)).map(([id]) => labelOf(room, id));
  return t('vote.waits', missing.join(', '));
}
