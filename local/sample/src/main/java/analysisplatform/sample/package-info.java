/**
 * The built-in sample: invented databases in the layout of an RDS snapshot export, equal byte for
 * byte on every run.
 */
package analysisplatform.sample;
