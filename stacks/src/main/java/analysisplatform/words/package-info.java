/** What people who know neither SQL nor the policy's keywords are told, in their language. */
package analysisplatform.words;
