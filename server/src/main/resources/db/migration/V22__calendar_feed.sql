-- How often somebody has made the address of her calendar new. The address follows from her id, this number and the
-- server's secret, so that no copy of the database holds it; no row: never.
CREATE TABLE calendar_feed (
  person id PRIMARY KEY REFERENCES person,
  turn   int NOT NULL CHECK (turn >= 1)
);
