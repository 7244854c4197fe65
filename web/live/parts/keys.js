/**
 * A clicker's blank key, or one key on the keyboard, covers; nothing uncovers but an adult's press.
 *
 * @param {import('../room.js').LiveRoom} room
 */
export function coverKey(room) {
  addEventListener('keydown', (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const typing = event.target instanceof Element && event.target.closest('input[type=text], textarea, select');
    if ((event.key === 'b' || event.key === '.') && plain && !typing) {
      event.preventDefault();
      void room.cover();
    }
  });
}
