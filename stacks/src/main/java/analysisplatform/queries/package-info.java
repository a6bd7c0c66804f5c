/** Queries that people find ready in their workgroup. */
package analysisplatform.queries;
