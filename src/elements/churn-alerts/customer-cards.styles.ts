import { css } from 'lit';

/** Where the table has no room, each of its rows is a card. */
export const customerCardsStyles = css`
  @container (inline-size < 600px) {
    .roster,
    .roster :is(thead, tbody, th) {
      display: block;
    }
    .roster thead tr {
      display: flex;
      flex-wrap: wrap;
      gap: 0 calc(var(--kpi-space) * 1.5);
      border-block-end: 1px solid var(--kpi-control);
    }
    .roster tbody tr {
      display: grid;
      grid-template: 'customer revenue' auto 'silence silence' auto 'last orders' auto / 1fr auto;
      gap: calc(var(--kpi-space) / 4) var(--kpi-space);
      padding-block: var(--kpi-space);
      border-block-end: 1px solid var(--kpi-hairline);
    }
    .roster tbody :is(th, td),
    .roster thead th {
      padding: 0;
      border: 0;
    }
    .roster tbody .customer {
      grid-area: customer;
    }
    .roster tbody .revenue {
      grid-area: revenue;
    }
    .roster tbody .silence {
      grid-area: silence;
    }
    .roster tbody .last-order {
      grid-area: last;
    }
    .roster tbody .orders {
      grid-area: orders;
    }
    .roster tbody :is(.last-order, .orders) {
      color: var(--kpi-muted);
      font-size: var(--kpi-note-size);
    }
    .roster tbody :is(.last-order, .orders)::before {
      content: attr(data-label) ' ';
    }
    .code {
      flex: 0 1 auto;
      min-inline-size: 0;
      font-weight: 600;
    }
    .silence-bar {
      flex: 1 1 auto;
    }
  }
`;
