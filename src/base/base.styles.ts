import { css } from 'lit';

export const baseStyles = css`
  :host {
    display: block;
  }
`;
