/** In the notation of the other own tables: runs of an act on many links, and each link of a run. */
export const BULK_TABLES = `
payment_link_run PK(run_id); index(ended_at): run_id int AI, act vc(16), actor vc(64), ip vc(45)?, total int, started_at ms, stopped_at ms?, ended_at ms?
payment_link_run_link PK(run_link_id); unique(run_id,link_id); index(link_id); index(run_id,state); index(asked_at): run_link_id int AI, run_id int, link_id int, state vc(16), mail_id int?, reason text?, remedy text?, asked_at ms?
`;
