/**
 * Athena's engine on a laptop: Trino 411 in this process, with the Parquet footers and the
 * crawler's naming rules that go with it. For tests and the local run only; nothing here is
 * deployed.
 */
package analysisplatform.engine;
