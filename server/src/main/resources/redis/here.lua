-- Tell who is in a room: set or remove one device, keep it as long as the room, and let every node know.
-- KEYS: here. ARGV: device, what is known of it ('' to remove it), life in ms, channel, message.
if ARGV[2] == '' then redis.call('HDEL', KEYS[1], ARGV[1]) else redis.call('HSET', KEYS[1], ARGV[1], ARGV[2]) end
redis.call('PEXPIRE', KEYS[1], ARGV[3])
redis.call('PUBLISH', ARGV[4], ARGV[5])
return 1
