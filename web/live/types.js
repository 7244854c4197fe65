/**
 * The shapes of what travels on the live wire, for the type checker only.
 *
 * @typedef {'wide' | 'hands' | 'none'} Promised what a class's camera will show
 *
 * @typedef {object} Head
 * @property {string} id
 * @property {'link-up' | 'teachers-call'} kind
 * @property {string} title
 * @property {'lobby' | 'open' | 'live' | 'ended' | 'cancelled'} phase
 * @property {number} opens milliseconds since 1970, like every time here
 * @property {number} starts
 * @property {number} ends
 * @property {number} last the end that nothing moves
 * @property {boolean} [locked]
 * @property {string} [why]
 *
 * @typedef {object} Side
 * @property {number} rank
 * @property {string} label
 * @property {string} school
 * @property {string} motto
 * @property {'sun' | 'wave' | 'leaf'} shape
 * @property {string} adult
 * @property {boolean} [keyed]
 * @property {boolean} [ready]
 * @property {boolean} [waits] a senior leader of its school has still to say yes
 * @property {Promised} [promise]
 * @property {{promise: Promised, at: number}} [next]
 * @property {boolean} [covered]
 * @property {boolean} [muted]
 * @property {boolean} [stopped]
 * @property {number} [away]
 *
 * @typedef {object} Door
 * @property {'shut' | 'open' | 'asking' | 'held'} state
 * @property {string} [why]
 * @property {string} [about]
 * @property {number} [until]
 * @property {number} [since]
 *
 * @typedef {{side?: string, cam?: boolean, mic?: boolean, sees?: boolean, hears?: boolean}} Right
 * @typedef {{at: number, from: string, text: string}} Note
 * @typedef {{kind: string, name: string, role: string, cam?: boolean, mic?: boolean, here?: boolean}} Device
 * @typedef {{about: string, adult: string, until: number}} Question
 *
 * @typedef {object} Own
 * @property {string} [class]
 * @property {Promised} [ceiling]
 * @property {Promised} [promise]
 * @property {boolean} [ready]
 * @property {boolean} [calm] nothing moves that need not
 * @property {boolean} [hushed] no sudden sound
 * @property {string} [cam] the device that carries the class's camera
 * @property {string} [mic]
 * @property {Record<string, Device>} [asks]
 * @property {Record<string, Device>} [devices]
 * @property {Record<string, Device>} [removed]
 * @property {Record<string, Device>} [guests]
 * @property {Record<string, Device>} [guestasks]
 * @property {number} [letall]
 * @property {Question} [question]
 * @property {string} [code]
 * @property {Record<string, any>} [act] what only the own class sees of the activity
 *
 * @typedef {object} Segment what goes on; its activity's own shape is its file's
 * @property {string} id
 * @property {string} title
 * @property {string} turn
 * @property {'me' | 'us' | 'place' | 'together'} theme
 * @property {string} [say]
 * @property {number} [since]
 * @property {number} [until]
 * @property {number} [left] milliseconds, while it stands still
 * @property {string} do
 * @property {Record<string, any>} act
 *
 * @typedef {object} Lesson
 * @property {string} title
 * @property {string} place what a step must name that leaves it
 * @property {string} starts the class that starts today
 * @property {number} count
 * @property {number} at 0 before the first segment
 * @property {boolean} [down]
 * @property {boolean} [quiet]
 * @property {Segment} [segment]
 * @property {{title: string, minutes: number}} [after]
 * @property {Record<string, {rank: number, title: string, minutes: number}>} [sheet] for adults
 * @property {number} [rest] minutes of what is still to come
 * @property {{title: string, minutes: number}} [longest]
 * @property {string[]} [tips]
 *
 * @typedef {object} Doc
 * @property {Head} [room]
 * @property {Record<string, Side>} [sides]
 * @property {Door} [door]
 * @property {Record<string, Right>} [media] there only while media may flow
 * @property {Record<string, Note>} [notes]
 * @property {Record<string, string>} [phones]
 * @property {Own} [own]
 * @property {Lesson} [lesson]
 * @property {{state: 'asking' | 'refused' | 'removed' | 'unknown', class?: string, school?: string}} [waiting]
 *
 * @typedef {object} You
 * @property {string} device
 * @property {string} [class]
 * @property {string} role
 * @property {string} screen
 * @property {string} [kind]
 * @property {boolean} [key]
 * @property {string} audience
 *
 * @typedef {Record<string, {class?: string, name?: string, role?: string, kind?: string}>} Here
 *
 * @typedef {{room: string, you: You, epoch: string | number, version: number, now: number, doc: Doc, here?: Here}} Welcome
 *
 * @typedef {{ok: number, give?: any} | {no: number, code: string, why: string}} Answer
 */

export {};
