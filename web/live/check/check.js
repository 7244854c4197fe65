import { button, make, show, write } from '../dom.js';
import { listen } from '../level.js';
import { OwnMedia } from '../media.js';
import { picture, play } from '../parts/pane.js';
import { devices } from '../parts/selftest.js';
import { t } from '../words.js';
import { browserAge, screenSize, soundFree, tune } from './device.js';
import { line } from './line.js';
import { route } from './route.js';
import { speed } from './speed.js';

/** The check's page: one press, a minute, and the result goes off by itself. */
const place = /** @type {HTMLElement} */ (document.getElementById('check'));
const form = /** @type {HTMLFormElement} */ (document.getElementById('found'));
const HEARD = 0.12;
const TALK = 20_000;

const own = new OwnMedia();
const answers = { speaker: 'untried', sound: 'press', level: 0 };
const free = soundFree();
/** @type {{line?: any, route?: any, speed?: any}} */
const network = {};
let sent = false;

const video = picture();
const meter = make('meter', 'level');
meter.setAttribute('aria-label', t('check.level'));
const seen = make('p', 'state');
const talk = make('p', 'lead', t('check.talk'));
const question = make('p', '', make('strong', '', t('check.heard')));
const yes = button('button', t('check.yes'), () => heard('heard'));
const no = button('button quiet', t('check.no'), () => heard('unheard'));
const again = button('button quiet', t('check.again'), () => void playTune());
const progress = make('p', 'soft');
progress.setAttribute('role', 'status');
const finish = button('button quiet', t('check.finish'), send);
const choice = devices(/** @type {any} */ ({ own }));
const picks = make('details', '', make('summary', '', t('check.choose')), choice.element);
const stage = make(
  'div',
  'check-stage',
  make('div', 'check-own', make('figure', '', video, seen), meter, talk, picks),
  make('div', 'check-ask', question, make('div', 'actions', yes, no, again), progress, finish),
);
const start = button('button big', t('check.start'), () => void begin());

function draw() {
  void play(video, own.cam)?.catch(() => undefined);
  show(video, own.cam !== null);
  write(seen, own.cam ? '' : own.state.cam === 'asking' ? t('check.asking') : t('check.nopicture'));
  show(picks, own.devices.length > 0);
  choice.draw();
}

async function playTune() {
  if (!(await tune(own.choice.audiooutput))) {
    answers.sound = 'stopped';
  }
}

/** @param {'heard' | 'unheard'} answer */
function heard(answer) {
  answers.speaker = answer;
  yes.setAttribute('aria-pressed', String(answer === 'heard'));
  no.setAttribute('aria-pressed', String(answer === 'unheard'));
  done();
}

async function begin() {
  start.remove();
  show(/** @type {HTMLElement} */ (document.getElementById('check-intro')), false);
  place.append(stage);
  draw();
  own.addEventListener('change', draw);
  own.carry(true, true);
  yes.focus();
  void free.then((is) => (answers.sound = is ? 'free' : answers.sound)).then(playTune);
  await Promise.all([ownDevices(), lines()]);
  progress.textContent = t('check.measured');
  done(true);
}

async function ownDevices() {
  await own.opening;
  if (own.mic === null) {
    return;
  }
  await new Promise((over) => {
    const late = setTimeout(over, TALK);
    const stop = listen(new MediaStream([/** @type {MediaStreamTrack} */ (own.mic)]), (level) => {
      meter.value = level;
      answers.level = Math.max(answers.level, Math.min(100, Math.round(level * 100)));
      if (level >= HEARD) {
        write(talk, t('check.talked'));
        clearTimeout(late);
        over(null);
      }
    });
    addEventListener('pagehide', stop);
  });
}

async function lines() {
  write(progress, t('check.line'));
  network.line = await line();
  write(progress, t('check.route'));
  network.route = await route(await servers());
  write(progress, t('check.speed'));
  network.speed = await speed();
}

/** @returns {Promise<RTCIceServer[]>} */
async function servers() {
  try {
    const body = new URLSearchParams({ csrf: String(new FormData(form).get('csrf')) });
    const answer = await fetch('/check/ice', { method: 'POST', body });
    return answer.ok ? (await answer.json()).ice : [];
  } catch {
    return [];
  }
}

let over = false;

/** @param {boolean} [all] */
function done(all = false) {
  over ||= all;
  if (over && answers.speaker !== 'untried') {
    send();
  } else if (over) {
    write(progress, t('check.answer'));
  }
}

/** @param {'off' | 'asking' | 'on' | 'blocked' | 'missing' | 'busy'} state */
function settled(state) {
  return state === 'asking' ? 'blocked' : state === 'off' ? 'missing' : state;
}

function send() {
  if (sent) {
    return;
  }
  sent = true;
  const found = {
    browser: browserAge(),
    own: { camera: settled(own.state.cam), microphone: settled(own.state.mic), level: answers.level },
    speaker: answers.speaker,
    sound: answers.sound,
    line: network.line ?? { socket: false, events: false, polls: false, posts: false },
    route: network.route ?? { webrtc: typeof RTCPeerConnection === 'function', host: 0, srflx: 0, relays: [], through: false },
    speed: network.speed ?? { down: -1, up: -1, trip: -1 },
    screen: screenSize(),
  };
  own.release();
  /** @type {HTMLInputElement} */ (form.elements.namedItem('found')).value = JSON.stringify(found);
  form.submit();
}

show(finish, true);
show(form, false);
place.append(start);
addEventListener('pagehide', () => own.release());
