/** Classes and types; importing this defines nothing. */
export { ChurnAlertsElement } from './elements/churn-alerts/churn-alerts.element.js';
export { CohortTriangleElement } from './elements/cohort-triangle/cohort-triangle.element.js';
export { KpiDashboardElement } from './elements/kpi-dashboard/kpi-dashboard.element.js';
export { KpiFunnelElement } from './elements/kpi-funnel/kpi-funnel.element.js';
export { KpiPulseElement } from './elements/kpi-pulse/kpi-pulse.element.js';
export { LifecycleFlowElement } from './elements/lifecycle-flow/lifecycle-flow.element.js';
export { PurchaseTimingElement } from './elements/purchase-timing/purchase-timing.element.js';
export { RfmMatrixElement } from './elements/rfm-matrix/rfm-matrix.element.js';
export { KpiElement } from './base/kpi-element.js';
export { KpiError, type ErrorCode, type ErrorInfo } from './core/errors.js';
export { KpiErrorEvent, KpiProgressEvent, KpiReadyEvent, KpiSelectEvent } from './base/events.js';
export { registerKpi, type KpiLabels, type OwnKpi } from './base/own-kpis.js';
export { KpiStateEvent } from './elements/kpi-dashboard/kpi-state-event.js';
export { WindowSelectEvent, type WindowSelection } from './elements/purchase-timing/window-select-event.js';
export type { Explanation } from './base/explanation.js';
export type { CsvOptions } from './base/export-csv.js';
export type * from './base/widget.js';
export type {
  ColumnarTable,
  ColumnMapping,
  DatasetInput,
  DatasetMeta,
  DatasetObject,
  DatasetOptions,
  Mapping,
  Row,
  TableInput,
} from './core/ingest/input.js';
export type { IngestReport, Notice, TableReport } from './core/ingest/report.js';
export type { Filter, KpiRequest, KpiResult, Reason } from './core/kpi/contract.js';
export type { ChurnParams, ChurnResult } from './core/kpi/churn-types.js';
export type { FunnelParams, FunnelResult, FunnelStepSpec } from './core/kpi/funnel-types.js';
export type { LifecycleParams, LifecycleResult, LifecycleTarget, StageId } from './core/kpi/lifecycle-types.js';
export type { MeasureId, MeasureSum, PulseFormula, PulseKpiId, PulseParams, PulseResult, PulseSet } from './core/kpi/pulse-types.js';
export type { PurchaseTimingParams, PurchaseTimingResult } from './core/kpi/purchase-timing-types.js';
export type { RetentionMetric, RetentionParams, RetentionResult } from './core/kpi/retention-types.js';
export type { RfmParams, RfmResult } from './core/kpi/rfm-types.js';
export type { SourceConflict, SourcesResult, SourceTable } from './core/kpi/sources-types.js';
export type { DashboardState } from './elements/kpi-dashboard/dashboard-state.js';
