from .base import ACCOUNT, SOURCE_ACCOUNT, StandInTest


class ControlTest(StandInTest):
    def test_says_that_it_is_well(self):
        status, health = self.call("GET", "/standin/health")

        self.assertEqual(200, status)
        self.assertEqual(("ok", ACCOUNT, self.url), (health["status"], health["account"], health["endpoint"]))

    def test_names_its_paths_to_who_asks_for_another(self):
        status, answer = self.call("GET", "/standin/nothing")

        self.assertEqual(404, status)
        self.assertIn("PUT /standin/faults", answer["error"])

    def test_keeps_two_accounts_apart(self):
        self.client("sns", SOURCE_ACCOUNT).create_topic(Name="theirs")

        mine = self.client("sns").list_topics()["Topics"]
        theirs = self.client("sns", SOURCE_ACCOUNT).list_topics()["Topics"]

        self.assertEqual([], mine)
        self.assertEqual(1, len(theirs))
        self.assertEqual(SOURCE_ACCOUNT, self.client("sts", SOURCE_ACCOUNT).get_caller_identity()["Account"])
        self.assertEqual(ACCOUNT, self.client("sts").get_caller_identity()["Account"])

    def test_shows_every_notification(self):
        topic = self.client("sns").create_topic(Name="alerts")["TopicArn"]
        self.client("sns").publish(TopicArn=topic, Subject="Late", Message="No export today")

        _, found = self.call("GET", "/standin/notifications")

        self.assertEqual([{"topicArn": topic, "subject": "Late", "message": "No export today"}], found)
