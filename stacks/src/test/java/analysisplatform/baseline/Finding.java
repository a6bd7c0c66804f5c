package analysisplatform.baseline;

/**
 * What breaks a rule.
 *
 * @param address of the resource; of a statement, the address of its policy, {@code #} and its Sid
 */
record Finding(String address, String problem) {}
