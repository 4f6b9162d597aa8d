/**
 * `vigie/core`: rows in, figures out. No DOM, no clock, no network; the same in a page, a worker and Node.
 *
 * ```ts
 * const { dataset, report } = createDataset(input, { timeZone: 'Europe/Paris' });
 * const result = run(dataset, { kpi: 'rfm', params: { window: 'all' } });
 * ```
 */
export { createDataset, datasetSteps } from './ingest/create-dataset.js';
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
} from './ingest/input.js';
export type { ColumnMatch, IngestReport, Notice, RefusedRows, RowReason, TableReport } from './ingest/report.js';
export { run, runSteps } from './engine.js';
export { listKpis } from './kpi/index.js';
export { KpiError } from './errors.js';
export type { ErrorCode, ErrorInfo } from './errors.js';
export type { Filter, KpiRequest, KpiResult, Reason } from './kpi/contract.js';
export type { ChurnCustomer, ChurnParams, ChurnResult, ChurnTier, ChurnTrendPoint, TierId } from './kpi/churn-types.js';
export type { FunnelParams, FunnelPreset, FunnelResult, FunnelStep, FunnelStepSpec } from './kpi/funnel-types.js';
export type {
  LifecycleDwell,
  LifecycleFlow,
  LifecycleMonth,
  LifecycleParams,
  LifecycleRenewal,
  LifecycleResult,
  LifecycleRules,
  LifecycleStage,
  LifecycleTarget,
  StageId,
} from './kpi/lifecycle-types.js';
export type { NewcomerGroup, NewcomerOrders, Newcomers, Potential } from './kpi/newcomers-types.js';
export type {
  MeasureId,
  MeasureSum,
  PulseFigure,
  PulseFormula,
  PulseKpi,
  PulseKpiId,
  PulseParams,
  PulsePart,
  PulsePoint,
  PulseResult,
  PulseSet,
  PulseSpan,
  PulseTerm,
  PulseUnit,
} from './kpi/pulse-types.js';
export type {
  IntervalClass,
  IntervalView,
  PurchaseId,
  PurchaseTimingParams,
  PurchaseTimingResult,
  TimingCurve,
  TimingFigures,
  TimingHazard,
  TimingIntervals,
  TimingMark,
  TimingMean,
  TimingPoint,
  TimingStep,
  TimingTest,
  TimingWindow,
} from './kpi/purchase-timing-types.js';
export type {
  Acquisition,
  PooledRate,
  RetentionCell,
  RetentionCohort,
  RetentionMetric,
  RetentionParams,
  RetentionResult,
  RetentionTriangle,
} from './kpi/retention-types.js';
export type { RfmCell, RfmParams, RfmResult, RfmScore, RfmSegment, RfmWindow, SegmentId } from './kpi/rfm-types.js';
export type { SalesFigures, SalesParams, SalesPeriod, SalesResult } from './kpi/sales-types.js';
export type { SourceConflict, SourcesResult, SourceTable } from './kpi/sources-types.js';
export type { Dataset, TableName } from './table/dataset.js';
