-- The noticeboard of a programme's teachers: what went well, and what somebody asks advice on. Adults alone read it.
CREATE TABLE notice_post (
  id        id PRIMARY KEY,
  programme id NOT NULL REFERENCES programme,
  parent    id REFERENCES notice_post ON DELETE CASCADE,
  kind      text NOT NULL CHECK (kind IN ('practice', 'advice', 'answer')),
  author    id NOT NULL REFERENCES person,
  school    id REFERENCES school,
  body      text NOT NULL CHECK (char_length(body) BETWEEN 1 AND 2000),
  at        timestamptz NOT NULL,
  CHECK ((kind = 'answer') = (parent IS NOT NULL))
);
COMMENT ON COLUMN notice_post.school IS 'whose teacher the author was as she wrote; none: of the programme''s team';
COMMENT ON COLUMN notice_post.parent IS 'what it answers; an answer is not answered itself';
CREATE INDEX notice_post_programme ON notice_post (programme, at DESC);
CREATE INDEX notice_post_parent ON notice_post (parent, at) WHERE parent IS NOT NULL;
CREATE INDEX notice_post_author ON notice_post (author, at);
CREATE INDEX notice_post_at ON notice_post (at);

-- When somebody last looked, so that what came since is marked.
CREATE TABLE notice_seen (
  person    id NOT NULL REFERENCES person,
  programme id NOT NULL REFERENCES programme,
  at        timestamptz NOT NULL,
  PRIMARY KEY (person, programme)
);
CREATE INDEX notice_seen_programme ON notice_seen (programme);
