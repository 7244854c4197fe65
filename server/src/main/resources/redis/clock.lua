-- What is the time? Of the one server that keeps this key, so that all nodes are told by the same one.
-- KEYS: clock.
-- Answers: {s, us}
return redis.call('TIME')
