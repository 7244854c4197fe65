-- Commit the changed parts of a room if nobody was first.
-- KEYS: parts, marks, tabs.
-- ARGV: version and commit that the change starts from ('0' and '' for none), version and commit it leads to, epoch,
--   life in ms, channel, message, how many parts, (part, text) each, how many tabs, (tab, first number, answers) each.
-- Answers: {'ok', s, us} | {'repeat', s, us, tab, answers, ...} | {'stale', s, us, version, commit, epoch, part, text, ...}
--   | {'none', s, us} when the room has gone.
local t = redis.call('TIME')
local m = redis.call('HMGET', KEYS[2], ':v', ':id', ':epoch')
local nparts = tonumber(ARGV[9])
local at = 10 + 2 * nparts
local ntabs = tonumber(ARGV[at])
local known = {'repeat', t[1], t[2]}
for i = 0, ntabs - 1 do
  local tab = ARGV[at + 1 + 3 * i]
  local kept = redis.call('HGET', KEYS[3], tab)
  if kept and tonumber(string.match(kept, '(%d+)=[^;]*$')) >= tonumber(ARGV[at + 2 + 3 * i]) then
    known[#known + 1] = tab
    known[#known + 1] = kept
  end
end
if #known > 3 then return known end
if not m[1] and ARGV[1] ~= '0' then return {'none', t[1], t[2]} end
if (m[1] or '0') ~= ARGV[1] or (m[2] or '') ~= ARGV[2] then
  local answer = {'stale', t[1], t[2], m[1], m[2], m[3]}
  local marks = redis.call('HGETALL', KEYS[2])
  for i = 1, #marks, 2 do
    local part = marks[i]
    if string.sub(part, 1, 1) ~= ':' and tonumber(marks[i + 1]) > tonumber(ARGV[1]) then
      answer[#answer + 1] = part
      answer[#answer + 1] = redis.call('HGET', KEYS[1], part)
    end
  end
  return answer
end
for i = 0, nparts - 1 do
  redis.call('HSET', KEYS[1], ARGV[10 + 2 * i], ARGV[11 + 2 * i])
  redis.call('HSET', KEYS[2], ARGV[10 + 2 * i], ARGV[3])
end
redis.call('HSET', KEYS[2], ':v', ARGV[3], ':id', ARGV[4], ':epoch', ARGV[5])
for i = 0, ntabs - 1 do
  redis.call('HSET', KEYS[3], ARGV[at + 1 + 3 * i], ARGV[at + 3 + 3 * i])
end
for i = 1, 3 do redis.call('PEXPIRE', KEYS[i], ARGV[6]) end
redis.call('PUBLISH', ARGV[7], ARGV[8])
return {'ok', t[1], t[2]}
