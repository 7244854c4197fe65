/**
 * Make an element. A text becomes its content; nothing is ever read as markup.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} [classes]
 * @param {(string | Node)[]} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(name, classes = '', ...children) {
  const element = document.createElement(name);
  if (classes) {
    element.className = classes;
  }
  element.append(...children);
  return element;
}

/**
 * A button that does one thing.
 *
 * @param {string} classes
 * @param {string} label
 * @param {(event: Event) => void} press
 */
export function button(classes, label, press) {
  const element = make('button', classes, label);
  element.type = 'button';
  element.addEventListener('click', press);
  return element;
}

/**
 * Write a text only where it differs: what did not change is not announced again, and no focus or
 * selection is lost.
 *
 * @param {Node} node
 * @param {string} text
 */
export function write(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

/**
 * Show or hide an element; where the focus was in what is hidden it goes to `home`.
 *
 * @param {HTMLElement} element
 * @param {boolean} shown
 * @param {HTMLElement | null} [home]
 */
export function show(element, shown, home = document.querySelector('main')) {
  if (element.hidden === !shown) {
    return;
  }
  const focused = !shown && element.contains(document.activeElement);
  element.hidden = !shown;
  if (focused) {
    home?.focus();
  }
}

/**
 * Mark an element for the style: `data-name` there or not.
 *
 * @param {HTMLElement} element
 * @param {string} name
 * @param {string | boolean | undefined} value
 */
export function mark(element, name, value) {
  if (value === undefined || value === false) {
    element.removeAttribute(`data-${name}`);
  } else {
    const text = value === true ? '' : value;
    if (element.getAttribute(`data-${name}`) !== text) {
      element.setAttribute(`data-${name}`, text);
    }
  }
}

/**
 * Keep a list's rows in step with a map: rows stay the same nodes while their keys stay, so that a
 * button under a finger does not vanish.
 *
 * @template T
 * @param {HTMLElement} list
 * @param {Record<string, T>} things
 * @param {(key: string) => HTMLElement} create
 * @param {(row: HTMLElement, thing: T, key: string) => void} draw
 * @param {(a: [string, T], b: [string, T]) => number} [order]
 */
export function rows(list, things, create, draw, order = ([a], [b]) => (a < b ? -1 : 1)) {
  const old = new Map([...list.children].map((row) => [row.getAttribute('data-key'), row]));
  const wanted = Object.entries(things).sort(order);
  let before = list.firstElementChild;
  for (const [key, thing] of wanted) {
    let row = /** @type {HTMLElement | undefined} */ (old.get(key));
    old.delete(key);
    if (row === undefined) {
      row = create(key);
      row.setAttribute('data-key', key);
    }
    if (row === before) {
      before = row.nextElementSibling;
    } else {
      list.insertBefore(row, before);
    }
    draw(row, thing, key);
  }
  for (const gone of old.values()) {
    const focused = gone.contains(document.activeElement);
    gone.remove();
    if (focused) {
      document.querySelector('main')?.focus();
    }
  }
}
