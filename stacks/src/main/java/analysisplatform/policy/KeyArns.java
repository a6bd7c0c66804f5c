package analysisplatform.policy;

import java.util.List;

/**
 * ARNs of the keys. AWS invents their ids, so in a stack these are Terraform references.
 *
 * @param quarantine encrypts raw exports and the pseudonym key
 * @param masked encrypts masked data, query results and the reports of the nights
 * @param alerts encrypts messages of the topic of alerts
 */
public record KeyArns(String quarantine, String masked, String alerts) {

    List<String> all() {
        return List.of(quarantine, masked, alerts);
    }
}
