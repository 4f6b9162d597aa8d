/** Orders that fill a widget which reads them: the same in all languages. */
export const ordersExample = `[{"order_id":"1001","customer_id":"C-17","created_at":"2025-01-04","total":59.90},
 {"order_id":"1002","customer_id":"C-18","created_at":"2025-03-04","total":24.90}]`;
