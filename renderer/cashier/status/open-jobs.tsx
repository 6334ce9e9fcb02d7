import { useEffect, useState } from "react";
import type { PrintJobView } from "../../../shared/contract/printers.ts";
import { jobChoices, jobReason, jobWords, printerText } from "../../texts/printer-words.ts";
import { Button } from "../../ui/button.tsx";
import { attempt } from "../store/attempt.ts";
import { useTillState } from "../store/till-store.ts";
import { printJob, skipJob } from "./printer-actions.ts";

/** What waits for a printer or failed: print it, on another printer if need be, or set it aside. */
export function OpenJobs() {
  const jobs = useOpenJobs();
  if (jobs.length === 0) return null;
  const retry = (): void => void attempt((core) => core.printer.retry.mutate());
  return (
    <section className="status-section open-jobs" aria-labelledby="status-jobs">
      <div className="open-jobs-head">
        <h3 id="status-jobs">{printerText.jobsTitle}</h3>
        <Button onClick={retry}>{printerText.jobsAll}</Button>
      </div>
      <ul className="open-jobs-list">
        {jobs.map((job) => (
          <OpenJob key={job.jobId} job={job} />
        ))}
      </ul>
    </section>
  );
}

function OpenJob({ job }: { job: PrintJobView }) {
  const printers = useTillState((state) => state.printer.printers);
  const name = jobWords(job);
  const choices = jobChoices(job);
  // The first of its kind is the main one: what names none is its job.
  const kind = job.kind === "LABEL" ? "LABEL" : "RECEIPT";
  const own = job.printerId ?? printers.find(({ role }) => role === kind)?.printerId ?? null;
  const others = printers.filter(({ printerId }) => printerId !== own);
  return (
    <li className="open-job">
      <div className="open-job-words">
        <p>
          <strong>{name}</strong>
        </p>
        <p className="soft small">{jobReason(job)}</p>
      </div>
      <div className="open-job-buttons">
        <Button
          aria-label={`${choices.print}: ${name}`}
          onClick={() => void printJob(job.jobId, job.printerId)}
        >
          {choices.print}
        </Button>
        {others.map(({ printerId, name: printer }) => (
          <Button
            key={printerId}
            aria-label={`${printerText.jobOn} ${printer}: ${name}`}
            onClick={() => void printJob(job.jobId, printerId)}
          >
            {printerText.jobOn} {printer}
          </Button>
        ))}
        <Button
          look="quiet"
          aria-label={`${choices.done}: ${name}`}
          onClick={() => void skipJob(job)}
        >
          {choices.done}
        </Button>
      </div>
    </li>
  );
}

/** Asked anew whenever the core says that something about the printers changed. */
function useOpenJobs(): readonly PrintJobView[] {
  const printer = useTillState((state) => state.printer);
  const [jobs, setJobs] = useState<readonly PrintJobView[]>([]);
  useEffect(() => {
    let left = false;
    void attempt((core) => core.printer.jobs.query()).then((list) => {
      if (!left && list !== null) setJobs(list);
    });
    return () => {
      left = true;
    };
  }, [printer]);
  return jobs;
}
