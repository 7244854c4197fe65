-- Read a whole room as it stands.
-- KEYS: parts, marks. ARGV: none of its own.
-- Answers: seconds, microseconds, then nothing if there is no room, else version, commit, epoch, part, text, ...
local t = redis.call('TIME')
local m = redis.call('HMGET', KEYS[2], ':v', ':id', ':epoch')
if not m[1] then return {t[1], t[2]} end
local answer = {t[1], t[2], m[1], m[2], m[3]}
for _, each in ipairs(redis.call('HGETALL', KEYS[1])) do answer[#answer + 1] = each end
return answer
