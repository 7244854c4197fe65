-- Commit the changed parts of a room if nobody was first.
-- KEYS: parts, marks, tabs.
-- ARGV: version and commit that the change starts from ('0' and '' for none), version and commit it leads to, epoch,
--   life in ms, channel, message, how many parts, (part, text) each, how many answers are kept of a tab, how many tabs,
--   (tab, answers as '7=ok;8=NO_PROMISE') each, the command
--   that publishes.
-- Answers: {'ok', s, us} | {'repeat', s, us, tab, answers, ...} | {'stale', s, us, version, commit, epoch, part, text, ...}
--   | {'none', s, us} when the room has gone.
local t = redis.call('TIME')
local m = redis.call('HMGET', KEYS[2], ':v', ':id', ':epoch')
local nparts = tonumber(ARGV[9])
local at = 10 + 2 * nparts
local most = tonumber(ARGV[at])
local ntabs = tonumber(ARGV[at + 1])
local kept = {}
local known = {'repeat', t[1], t[2]}
for i = 1, ntabs do
  local tab = ARGV[at + 2 * i]
  kept[i] = redis.call('HGET', KEYS[3], tab)
  for n in string.gmatch(kept[i] and ARGV[at + 2 * i + 1] or '', '(%d+)=') do
    if string.find(';' .. kept[i], ';' .. n .. '=', 1, true) then
      known[#known + 1] = tab
      known[#known + 1] = kept[i]
      break
    end
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
for i = 1, ntabs do
  local all = kept[i] and (kept[i] .. ';' .. ARGV[at + 2 * i + 1]) or ARGV[at + 2 * i + 1]
  local _, many = string.gsub(all, '=', '=')
  for _ = most + 1, many do all = string.sub(all, string.find(all, ';', 1, true) + 1) end
  redis.call('HSET', KEYS[3], ARGV[at + 2 * i], all)
end
for i = 1, 3 do redis.call('PEXPIRE', KEYS[i], ARGV[6]) end
redis.call(ARGV[#ARGV], ARGV[7], ARGV[8])
return {'ok', t[1], t[2]}
