import { button, make, show, write } from '../dom.js';
import { t } from '../words.js';

/** @typedef {import('../types.js').Promised} Promised */

const ALL = /** @type {Promised[]} */ (['wide', 'hands', 'none']);

/**
 * What a class's camera may promise under the school's ceiling, widest first.
 *
 * @param {Promised} ceiling
 */
export function under(ceiling) {
  return ALL.slice(ALL.indexOf(ceiling));
}

/**
 * One press that says: an adult is here, children who must not be filmed are out of shot, no names
 * on the wall. It says what the partner's camera will show, and what this one will.
 *
 * @param {import('../room.js').LiveRoom} room
 */
export function ready(room) {
  const element = make('dialog', 'ready');
  const title = make('h2', '', t('ready.title'));
  title.id = 'ready-title';
  element.setAttribute('aria-labelledby', title.id);
  const list = make('ul', 'checks', ...['adult', 'shot', 'names'].map((one) => make('li', '', t(`ready.${one}`))));
  const theirs = make('p', 'theirs');
  const choices = ALL.map((promise) => {
    const input = make('input');
    input.type = 'radio';
    input.name = 'promise';
    input.value = promise;
    return { promise, input, label: make('label', 'choice', input, make('span', '', t(`promise.${promise}`))) };
  });
  const field = make('fieldset', 'promises', make('legend', '', t('ready.promise')), ...choices.map(({ label }) => label));
  const yes = button('yes primary', t('ready.yes'), () => void confirm());
  const no = button('no', t('ready.no'), () => element.close());
  element.append(title, list, theirs, field, make('div', 'actions', yes, no));

  const confirm = async () => {
    const promise = choices.find(({ input }) => input.checked)?.promise;
    if (promise === undefined) {
      room.toast(t('ready.choose'));
      return;
    }
    element.close();
    const told = promise === room.doc.own?.promise || (await room.ask('promise.make', { promise }));
    if (told) {
      await room.ask('ready.say');
    }
  };

  const draw = () => {
    const allowed = under(room.doc.own?.ceiling ?? 'none');
    choices.forEach(({ promise, label }) => show(label, allowed.includes(promise)));
    const other = room.partner;
    write(theirs, other?.promise ? t(`promise.theirs.${other.promise}`, other.label) : t('promise.theirs.unknown', other?.label ?? ''));
  };

  const open = () => {
    draw();
    const wanted = room.doc.own?.promise ?? room.doc.own?.ceiling ?? 'none';
    choices.forEach(({ promise, input }) => {
      input.checked = promise === wanted;
    });
    element.showModal();
    yes.focus();
  };
  return { element, draw, open };
}
