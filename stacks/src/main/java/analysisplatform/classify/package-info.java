/** Guesses what a column holds from its name and type; pure, and rendered to SQL as well. */
package analysisplatform.classify;
