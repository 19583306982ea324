-- Staff may look for the rest by hand (open, unmet) while somebody has said yes already: who has may give the place back, and begins alone when the hour comes.
insert into help_transitions (kind, from_status, to_status) values
  ('leavePlace', 'open', 'open'), ('leavePlace', 'unmet', 'unmet'), ('startShort', 'open', 'assigned'), ('startShort', 'unmet', 'assigned');
