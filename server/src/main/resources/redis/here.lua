-- Tell who is in a room: set or remove devices, keep them as long as the room, and let every node know.
-- KEYS: here. ARGV: life in ms, channel, message, then (device, what is known of it or '' to remove it) each, the command
--   that publishes.
for i = 4, #ARGV - 1, 2 do
  if ARGV[i + 1] == '' then redis.call('HDEL', KEYS[1], ARGV[i]) else redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end
end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
redis.call(ARGV[#ARGV], ARGV[2], ARGV[3])
return 1
