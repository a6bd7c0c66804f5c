"""Athena: statements run on a real Trino. moto itself never runs one."""

import json
import threading
import time

from moto.athena.models import AthenaBackend, Execution, QueryResults
from moto.athena.responses import AthenaResponse
from moto.core.exceptions import JsonRESTError

from . import athena_sql, engine, faults
from .patching import adds, replaces

_HELD_SECONDS = 0.05
_starting = threading.Lock()
_ended: dict[str, threading.Event] = {}


def await_end(query_id: str, seconds: float) -> bool:
    """Waits for a query, no longer than so; says whether it has ended."""
    return _ended[query_id].wait(seconds)


@replaces(AthenaBackend)
def start_query_execution(original, self, query, context, config, workgroup, execution_parameters):
    """moto marks the query as done. Here a thread gives it to the engine, and only the engine moves its state."""
    group = self.work_groups.get(workgroup or "primary")
    settings = (group.configuration if group else None) or {}
    enforced = bool(settings.get("EnforceWorkGroupConfiguration"))
    results = dict(config or {})
    if enforced or not results.get("OutputLocation"):
        results = {**results, **(settings.get("ResultConfiguration") or {})}
    if not results.get("OutputLocation"):
        raise JsonRESTError(
            "InvalidRequestException",
            "No output location provided. An output location is required either through the Workgroup result"
            " configuration setting or as an API input.",
        )
    execution = Execution(
        query=query, context=context, config=results, workgroup=group, execution_parameters=execution_parameters
    )
    execution.enforced = enforced and bool((settings.get("ResultConfiguration") or {}).get("OutputLocation"))
    execution._transitions = []
    execution.status = "QUEUED"
    execution.reason = None
    execution.end_time = None
    execution.stats = {}
    self.executions[execution.id] = execution
    _ended[execution.id] = threading.Event()
    threading.Thread(target=_run, args=(self, execution), daemon=True, name=f"athena-{execution.id}").start()
    return execution.id


@replaces(AthenaResponse, "start_query_execution")
def start_once(original, self):
    """moto does not know the token with which a request can be repeated without a second query."""
    token, asked = self._get_param("ClientRequestToken"), self._get_param("QueryString")
    with _starting:
        known = vars(self.athena_backend).setdefault("client_request_tokens", {})
        if token in known:
            query, answer = known[token]
            return answer if query == asked else self.error("Idempotent parameters do not match", 400)
        answer = original(self)
        if token and isinstance(answer, str):
            known[token] = (asked, answer)
        return answer


@replaces(AthenaBackend)
def stop_query_execution(original, self, exec_id):
    """moto cancels finished queries too."""
    execution = self.executions[exec_id]
    if execution.status in ("QUEUED", "RUNNING"):
        execution.end_time = time.time()
        execution.reason = "Query cancelled by user"
        execution.status = "CANCELLED"
        _ended[exec_id].set()


@replaces(AthenaResponse)
def get_query_execution(original, self):
    """Adds why a query failed, what it read and how long it took."""
    body = json.loads(original(self))
    shown = body["QueryExecution"]
    execution = self.athena_backend.executions[shown["QueryExecutionId"]]
    status = shown["Status"]
    if not status.get("CompletionDateTime"):
        status.pop("CompletionDateTime", None)
    if execution.reason:
        status["StateChangeReason"] = execution.reason
    if status["State"] == "FAILED":
        internal = "GENERIC_INTERNAL_ERROR" in execution.reason
        status["AthenaError"] = {
            "ErrorCategory": 1 if internal else 2,
            "ErrorType": 1 if internal else 1006,
            "Retryable": internal,
            "ErrorMessage": execution.reason,
        }
    if athena_sql.is_ctas(execution.query):
        shown["SubstatementType"] = "CREATE_TABLE_AS_SELECT"
    shown["EngineVersion"] = {"SelectedEngineVersion": "AUTO", "EffectiveEngineVersion": "Athena engine version 3"}
    elapsed = int(execution.stats.get("elapsedTimeMillis") or 0)
    shown["Statistics"].update(
        {
            "EngineExecutionTimeInMillis": elapsed,
            "TotalExecutionTimeInMillis": elapsed,
            "DataScannedInBytes": int(execution.stats.get("physicalInputBytes") or 0),
        }
    )
    return json.dumps(body)


@replaces(AthenaResponse)
def get_query_results(original, self):
    """Pages, and refuses the results of a query that has none; moto knows neither."""
    exec_id = self._get_param("QueryExecutionId")
    execution = self.athena_backend.executions.get(exec_id)
    if execution is None:
        return self.error(f"QueryExecution {exec_id} was not found", 400)
    if execution.status in ("QUEUED", "RUNNING"):
        return self.error(f"Query has not yet finished. Current state: {execution.status}", 400)
    if execution.status != "SUCCEEDED":
        return self.error(f"Query did not finish successfully. Final query state: {execution.status}", 400)
    result = self.athena_backend.get_query_results(exec_id).to_dict()
    size = int(self._get_param("MaxResults") or 1000)
    offset = int(self._get_param("NextToken") or 0)
    rows = result["ResultSet"]["Rows"]
    result["ResultSet"]["Rows"] = rows[offset : offset + size]
    result["UpdateCount"] = 0
    if offset + size < len(rows):
        result["NextToken"] = str(offset + size)
    return json.dumps(result)


@replaces(AthenaBackend)
def list_tags_for_resource(original, self, resource_arn):
    """moto answers nothing at all for a workgroup without tags; the Terraform provider cannot read that."""
    return original(self, resource_arn) or {"Tags": []}


@adds(AthenaResponse)
def delete_named_query(self):
    """terraform destroy."""
    self.athena_backend.named_queries.pop(self._get_param("NamedQueryId"), None)
    return json.dumps({})


@adds(AthenaResponse)
def update_named_query(self):
    """terraform apply after a change of the text; name and text are replaced, as on AWS."""
    query = self.athena_backend.named_queries.get(self._get_param("NamedQueryId"))
    if query is None:
        return self.error("NamedQuery was not found", 400)
    query.name = self._get_param("Name")
    query.description = self._get_param("Description")
    query.query_string = self._get_param("QueryString")
    return json.dumps({})


@adds(AthenaResponse)
def update_work_group(self):
    """terraform apply after a change."""
    group = self.athena_backend.work_groups.get(self._get_param("WorkGroup"))
    if group is None:
        return self.error("WorkGroup does not exist", 400)
    changes = dict(self._get_param("ConfigurationUpdates") or {})
    results = changes.pop("ResultConfigurationUpdates", None) or {}
    _update(group.configuration.setdefault("ResultConfiguration", {}), results)
    _update(group.configuration, changes)
    group.description = self._get_param("Description") or group.description
    group.state = self._get_param("State") or group.state
    return json.dumps({})


def _update(settings: dict, changes: dict) -> None:
    """RemoveX: true takes X away, everything else is set."""
    for name, value in changes.items():
        if not name.startswith("Remove"):
            settings[name] = value
        elif value:
            settings.pop(name.removeprefix("Remove"), None)


def _run(backend: AthenaBackend, execution: Execution) -> None:
    try:
        _run_on_engine(backend, execution)
    except Exception as error:  # noqa: BLE001 - whatever happened is the query's outcome
        execution.reason = str(error) or repr(error)
        execution.end_time = time.time()
        execution.status = "FAILED"
    finally:
        _ended[execution.id].set()


def _run_on_engine(backend: AthenaBackend, execution: Execution) -> None:
    def cancelled() -> bool:
        return execution.status == "CANCELLED"

    if cancelled():
        return
    execution.status = "RUNNING"
    while faults.query_is_held(execution.query) and not cancelled():
        time.sleep(_HELD_SECONDS)
    failure = faults.query_failure(execution.query)
    if failure:
        raise engine.EngineError(failure)
    schema = (execution.context or {}).get("Database") or "default"
    place = f"{execution.config['OutputLocation'].rstrip('/')}/tables/{execution.id}/"
    sql = athena_sql.to_trino(execution.query, schema, place, execution.enforced)
    result = engine.run(sql, schema, execution.execution_parameters, cancelled)
    if cancelled():
        return
    execution.stats = result.statistics
    backend.query_results[execution.id] = _results(execution.query, result)
    backend._store_query_result_in_s3(execution.id)
    execution.end_time = time.time()
    execution.status = "SUCCEEDED"


def _results(query: str, result: engine.Result) -> QueryResults:
    selects = athena_sql.is_select(query)
    rows = []
    if selects:
        rows.append({"Data": [{"VarCharValue": column["name"]} for column in result.columns]})
    if selects or result.update_type is None:
        for row in result.rows:
            cells = [athena_sql.cell(value, column["type"]) for value, column in zip(row, result.columns)]
            rows.append({"Data": [{} if text is None else {"VarCharValue": text} for text in cells]})
    return QueryResults(rows=rows, column_info=[_column(column) for column in result.columns])


def _column(column: dict[str, str]) -> dict:
    return {
        "CatalogName": "hive",
        "SchemaName": "",
        "TableName": "",
        "Name": column["name"],
        "Label": column["name"],
        "Type": column["type"].split("(")[0],
        "Precision": 0,
        "Scale": 0,
        "Nullable": "UNKNOWN",
        "CaseSensitive": column["type"].startswith("varchar"),
    }
