from .base import StandInTest


class FaultsTest(StandInTest):
    def put(self, faults):
        return self.call("PUT", "/standin/faults", faults)

    def test_merges_shows_and_clears(self):
        self.put({"export": "CANCELED"})
        _, both = self.put({"crawler": "FAILED: no right to read"})
        _, one = self.put({"export": None})
        self.call("DELETE", "/standin/faults")
        _, none = self.call("GET", "/standin/faults")

        self.assertEqual({"export": "CANCELED", "crawler": "FAILED: no right to read"}, both)
        self.assertEqual({"crawler": "FAILED: no right to read"}, one)
        self.assertEqual({}, none)

    def test_refuses_what_no_part_of_it_would_look_at(self):
        wrong = [
            {"exports": "CANCELED"},
            {"export": "LATE"},
            {"export": "FAILED:"},
            {"exportSkipTable": 3},
            {"crawler": "CANCELED"},
            {"crawler": "READY"},
            {"athena": {"contains": "x"}},
            {"athena": {"contains": "x", "status": "QUEUED"}},
            {"athena": {"contains": "x", "status": "RUNNING", "reason": "broken"}},
            {"sdk": {"service": "glue"}},
            {"sdk": {"service": "s3", "action": "ListBuckets", "error": "SlowDown"}},
            {"state": {"error": "Glue.ThrottlingException"}},
            {"state": {"name": "Mask"}},
            {"state": {"name": "Mask", "when": "later", "error": "x"}},
            {"state": {"name": "Mask", "when": "empty", "error": "x"}},
            {"state": {"name": "Mask", "error": "x", "times": 0}},
            {"state": {"name": "Mask", "error": "x", "status": "RUNNING"}},
            {"state": {"name": "Mask", "status": "STOPPED"}},
        ]

        statuses = [self.put(faults)[0] for faults in wrong]

        self.assertEqual([400] * len(wrong), statuses)
        self.assertEqual({}, self.call("GET", "/standin/faults")[1])

    def test_refuses_an_api_call_as_often_as_asked(self):
        glue = self.client("glue")
        self.put({"sdk": {"service": "glue", "action": "start_crawler", "error": "ThrottlingException", "times": 2}})

        codes = [self.refused(glue.start_crawler, Name="none")[0] for _ in range(3)]

        self.assertEqual(["ThrottlingException", "ThrottlingException", "EntityNotFoundException"], codes)

    def test_refuses_in_the_protocol_of_each_service(self):
        calls = {
            "sts": ("GetCallerIdentity", "get_caller_identity"),
            "dynamodb": ("ListTables", "list_tables"),
            "lambda": ("ListFunctions", "list_functions"),
            "rds": ("DescribeExportTasks", "describe_export_tasks"),
        }
        self.put({"sdk": [{"service": s, "action": a, "error": "Throttling"} for s, (a, _) in calls.items()]})

        codes = {service: self.refused(getattr(self.client(service), call))[0] for service, (_, call) in calls.items()}

        self.assertEqual({service: "Throttling" for service in calls}, codes)
