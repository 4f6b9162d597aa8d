/** Two lines that fill the tiles of a set: the same in all languages. */
import type { PulseSet } from '../core/kpi/pulse-types.js';
import { ordersExample } from './orders-example.js';

const site = `{"visits":[{"id":"v1","visitor_id":"a","started_at":"2025-03-01","pages":3}],
 "pageviews":[{"visit_id":"v1","at":"2025-03-01","url":"/","time_s":12,"load_ms":900}]}`;
const email = `{"messages":[{"customer_id":"C-17","sent_at":"2025-03-01","opened_at":"2025-03-02"},
 {"customer_id":"C-18","sent_at":"2025-03-01","bounced":true}]}`;
const search = `{"search":[{"date":"2025-03-01","query":"tea","impressions":900,"clicks":40,"position":3},
 {"date":"2025-03-02","query":"tea","impressions":100,"clicks":2,"position":40}]}`;
const social = `{"social":[{"date":"2025-03-01","network":"a","followers":1200,"reach":5400},
 {"date":"2025-03-02","network":"a","followers":1210,"reach":4800}]}`;

export const examples: Readonly<Record<PulseSet, string>> = { sales: ordersExample, customers: ordersExample, site, email, search, social };
