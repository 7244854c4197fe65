-- Put a whole room in place of what stands there, under a new epoch: where Redis came back empty or behind.
-- KEYS: parts, marks, tabs.
-- ARGV: version and commit that stand there ('0' and '' for none), version and commit that it begins with, epoch,
--   life in ms, channel, message, how many parts, (part, text) each, how many answers are kept of a tab, how many tabs,
--   (tab, answers as '7=ok;8=NO_PROMISE') each: what is known of a tab beside Redis is at least what Redis kept of it,
--   the command that publishes.
-- Answers: {'ok', s, us} | {'stale', s, us, version, commit, epoch} when something else stands there.
local t = redis.call('TIME')
local m = redis.call('HMGET', KEYS[2], ':v', ':id', ':epoch')
if (m[1] or '0') ~= ARGV[1] or (m[2] or '') ~= ARGV[2] then
  return {'stale', t[1], t[2], m[1] or '0', m[2] or '', m[3] or ''}
end
redis.call('DEL', KEYS[1], KEYS[2])
local nparts = tonumber(ARGV[9])
for i = 0, nparts - 1 do
  redis.call('HSET', KEYS[1], ARGV[10 + 2 * i], ARGV[11 + 2 * i])
  redis.call('HSET', KEYS[2], ARGV[10 + 2 * i], ARGV[3])
end
redis.call('HSET', KEYS[2], ':v', ARGV[3], ':id', ARGV[4], ':epoch', ARGV[5])
local at = 10 + 2 * nparts
for i = 1, tonumber(ARGV[at + 1]) do
  redis.call('HSET', KEYS[3], ARGV[at + 2 * i], ARGV[at + 2 * i + 1])
end
for i = 1, 3 do redis.call('PEXPIRE', KEYS[i], ARGV[6]) end
redis.call(ARGV[#ARGV], ARGV[7], ARGV[8])
return {'ok', t[1], t[2]}
