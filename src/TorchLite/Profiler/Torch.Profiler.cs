using TorchLite.Profiler;

namespace TorchLite;

/// <content>Where the time goes.</content>
public static partial class Torch
{
    /// <summary>Where the time of a program goes: PyTorch's <c>torch.profiler</c>. It needs Linux x64.</summary>
    /// <example><code>
    /// Torch.Profiler.KinetoAvailable() == OperatingSystem.IsLinux()   // True
    /// </code></example>
    public static class Profiler
    {
        /// <summary>
        /// Records each operation that this thread calls, until <c>Stop</c> or the end of the <c>using</c>: PyTorch's
        /// <c>torch.profiler.profile(...)</c>.
        /// </summary>
        /// <remarks>
        /// Recorded are libtorch's operations, those of the backward pass too, and the stretches that <see cref="RecordFunction"/> names.
        /// PyTorch's <c>with_stack</c> and <c>with_modules</c> tell of Python's code and are not here.
        /// </remarks>
        /// <param name="activities">What is recorded; null: all that is there.</param>
        /// <param name="schedule">What is done in which step, as <see cref="Schedule"/> makes it; null: it records from now on.</param>
        /// <param name="onTraceReady">What is called at the end of each recording.</param>
        /// <param name="recordShapes">Whether the shapes of arguments are recorded.</param>
        /// <param name="profileMemory">Whether it is recorded what memory operations take and give back.</param>
        /// <param name="withFlops">Whether the floating-point operations of matrix products and convolutions are estimated.</param>
        /// <param name="accEvents">Whether the events of all recordings are kept, not only of the last.</param>
        /// <param name="customTraceIdCallback">What gives a recording its identifier; null: a random number.</param>
        /// <returns>The profile, which records already unless the schedule says otherwise.</returns>
        /// <exception cref="TorchException">
        /// A profile is recording already; or this is within a backward pass; or there are no activities.
        /// </exception>
        /// <exception cref="TorchNotImplementedException">The system is not Linux x64, or libtorch another than 2.10.</exception>
        /// <example><code>
        /// var linear = new Linear(8, 4);
        /// using var profile = Torch.Profiler.Profile(recordShapes: true);
        /// for (var i = 0; i &lt; 3; i++) { linear.Call(Torch.Ones(2, 8)).Sum().Backward(); }
        /// profile.Stop();
        /// Console.WriteLine(profile.KeyAverages().Single(static one => one.Key == "aten::linear").Count);   // 3
        /// var table = profile.KeyAverages(groupByInputShape: true).Table(sortBy: "self_cpu_time_total", rowLimit: 10);
        /// </code></example>
        public static Profile Profile(
            IEnumerable<ProfilerActivity>? activities = null, Func<long, ProfilerAction>? schedule = null,
            Action<Profile>? onTraceReady = null, bool recordShapes = false, bool profileMemory = false, bool withFlops = false, bool accEvents = false,
            Func<string>? customTraceIdCallback = null)
        {
            var wanted = activities?.Distinct().ToList();
            wanted = wanted is { Count: > 0 } ? wanted : [.. SupportedActivities()];
            if (wanted.Contains(ProfilerActivity.Cuda) && !Cuda.IsAvailable())
            {
                Warnings.Warn("CUDA is not available, disabling CUDA profiling");
                wanted.Remove(ProfilerActivity.Cuda);
            }

            if (wanted.Count == 0)
            {
                throw new TorchException("No activities specified for the profiler");
            }

            int[] kinds = [.. wanted.Select(static one => one == ProfilerActivity.Cuda ? Kineto.Cuda : Kineto.Cpu).Order()];
            var profile = new Profile(
                kinds, schedule, onTraceReady, recordShapes, profileMemory, withFlops, accEvents, customTraceIdCallback);
            profile.Start();
            return profile;
        }

        /// <summary>
        /// Names what this thread does until the end of the <c>using</c>, for the profile: PyTorch's
        /// <c>torch.profiler.record_function(name)</c>. Where no profile records, it costs nothing.
        /// </summary>
        /// <param name="name">The name; libtorch writes one with letters beyond ASCII as <c>unknown</c> into files.</param>
        /// <returns>The scope, for a <c>using</c>.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
        /// <example><code>
        /// using var profile = Torch.Profiler.Profile();
        /// using (Torch.Profiler.RecordFunction("forward")) { Torch.Ones(2).Sum(); }
        /// profile.Stop();
        /// var forward = profile.Events().Single(static one => one.Name == "forward");
        /// string.Join(", ", forward.CpuChildren.Select(static one => one.Name))   // aten::ones, aten::sum
        /// </code></example>
        public static RecordFunctionScope RecordFunction(string name)
        {
            ArgumentNullException.ThrowIfNull(name);
            return new(ProfiledRange.Open(name));
        }

        /// <summary>
        /// A plan for a profile of a long run: it skips some steps, then again and again waits, warms up, and records: PyTorch's
        /// <c>torch.profiler.schedule(...)</c>.
        /// </summary>
        /// <param name="wait">The steps at the beginning of each cycle in which nothing is done.</param>
        /// <param name="warmup">The steps after them, in which the profiler makes itself ready.</param>
        /// <param name="active">The steps that are recorded.</param>
        /// <param name="repeat">How many cycles there are; 0: until the end.</param>
        /// <param name="skipFirst">The steps before the first cycle.</param>
        /// <param name="skipFirstWait">Whether the first cycle begins without waiting, where it is not 0.</param>
        /// <returns>The plan: what is done in a step, by its number.</returns>
        /// <exception cref="TorchException">A number is negative, or nothing is recorded.</exception>
        /// <example><code>
        /// var plan = Torch.Profiler.Schedule(wait: 1, warmup: 1, active: 2);
        /// string.Join(", ", Enumerable.Range(0, 5).Select(step => plan(step)))   // None, Warmup, Record, RecordAndSave, None
        /// </code></example>
        public static Func<long, ProfilerAction> Schedule(
            long wait, long warmup, long active, long repeat = 0, long skipFirst = 0, long skipFirstWait = 0)
        {
            if (wait < 0 || warmup < 0 || active <= 0 || repeat < 0 || skipFirst < 0)
            {
                throw new TorchException("Invalid profiler schedule arguments");
            }

            if (warmup == 0)
            {
                Warnings.Warn("Profiler won't be using warmup, this can skew profiler results");
            }

            var cycle = wait + warmup + active;
            return step =>
            {
                if (step < 0)
                {
                    throw new TorchException("Invalid profiler step number");
                }

                if (step < skipFirst)
                {
                    return ProfilerAction.None;
                }

                step += (skipFirstWait != 0 ? wait : 0) - skipFirst;
                return (repeat > 0 && step / cycle >= repeat) || step % cycle < wait ? ProfilerAction.None
                    : step % cycle < wait + warmup ? ProfilerAction.Warmup
                    : step % cycle < cycle - 1 ? ProfilerAction.Record
                    : ProfilerAction.RecordAndSave;
            };
        }

        /// <summary>What a profile can record here: PyTorch's <c>torch.profiler.supported_activities()</c>.</summary>
        /// <returns>The CPU, and GPUs where there are some.</returns>
        /// <example><code>
        /// Torch.Profiler.SupportedActivities().First()   // Cpu
        /// </code></example>
        public static IReadOnlySet<ProfilerActivity> SupportedActivities() =>
            new HashSet<ProfilerActivity>(Cuda.IsAvailable() ? [ProfilerActivity.Cpu, ProfilerActivity.Cuda] : [ProfilerActivity.Cpu]);

        /// <summary>Whether there is a profiler: PyTorch's <c>torch.profiler.kineto_available()</c>.</summary>
        /// <returns>True on Linux x64 with libtorch 2.10.</returns>
        /// <example><code>
        /// Torch.Profiler.KinetoAvailable() == OperatingSystem.IsLinux()   // True
        /// </code></example>
        public static bool KinetoAvailable() => Kineto.IsAvailable;

        /// <summary>
        /// What writes each recording into a folder for TensorBoard, where it is given to <see cref="Profile"/> as <c>onTraceReady</c>:
        /// PyTorch's <c>torch.profiler.tensorboard_trace_handler(...)</c>.
        /// </summary>
        /// <param name="dirName">The folder, which is made where there is none.</param>
        /// <param name="workerName">What the file's name begins with; null: the names of the computer and the process.</param>
        /// <param name="useGzip">Whether the files are packed.</param>
        /// <returns>The handler.</returns>
        /// <exception cref="ArgumentException"><paramref name="dirName"/> is null or empty.</exception>
        /// <example><code>
        /// var folder = Directory.CreateTempSubdirectory().FullName;
        /// using (Torch.Profiler.Profile(onTraceReady: Torch.Profiler.TensorboardTraceHandler(folder, "me"))) { Torch.Ones(2); }
        /// Directory.GetFiles(folder).Single()[^13..]   // pt.trace.json
        /// Directory.Delete(folder, recursive: true);
        /// </code></example>
        public static Action<Profile> TensorboardTraceHandler(string dirName, string? workerName = null, bool useGzip = false)
        {
            ArgumentException.ThrowIfNullOrEmpty(dirName);
            var worker = string.IsNullOrEmpty(workerName) ? $"{Environment.MachineName}_{Environment.ProcessId}" : workerName;
            return profile =>
            {
                Directory.CreateDirectory(dirName);
                var time = (DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100;
                profile.ExportChromeTrace(Path.Combine(dirName, $"{worker}.{time}.pt.trace.json{(useGzip ? ".gz" : "")}"));
            };
        }
    }
}
