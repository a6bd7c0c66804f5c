"""Bucket policies are kept but not enforced."""

import json

from .base import REGION, StandInTest


class BucketPolicyTest(StandInTest):
    def test_a_deny_whose_condition_does_not_hold_refuses_nobody(self):
        s3 = self.client("s3")
        s3.create_bucket(Bucket="guarded", CreateBucketConfiguration={"LocationConstraint": REGION})
        deny = {
            "Effect": "Deny",
            "Principal": "*",
            "Action": "s3:GetObject",
            "Resource": "arn:aws:s3:::guarded/*",
            "Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111111111111:root"}},
        }
        s3.put_bucket_policy(Bucket="guarded", Policy=json.dumps({"Version": "2012-10-17", "Statement": [deny]}))
        s3.put_object(Bucket="guarded", Key="a", Body=b"1")

        self.assertEqual(b"1", s3.get_object(Bucket="guarded", Key="a")["Body"].read())
