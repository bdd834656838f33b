namespace TorchLite;

/// <content>Settings of the process.</content>
public static partial class Torch
{
    // With more than the system can start, libtorch ends the process or waits for ever.
    private const int MostThreads = 4096;

    private static int interopThreadsAreSet;

    /// <summary>The number of threads that libtorch uses within one operation: PyTorch's <c>torch.get_num_threads()</c>.</summary>
    /// <returns>The number of threads; initially the number of cores.</returns>
    /// <example><code>
    /// Torch.SetNumThreads(1);
    /// Torch.GetNumThreads()   // 1
    /// </code></example>
    public static int GetNumThreads() => Gate.Read(static _ => Exports.GetNumThreads(), 0);

    /// <summary>
    /// Sets the number of threads that libtorch uses within one operation: PyTorch's <c>torch.set_num_threads(int)</c>. One is best where
    /// many threads of the program compute at the same time.
    /// </summary>
    /// <param name="threads">The number of threads.</param>
    /// <exception cref="TorchException">The number is not positive, or greater than 4096.</exception>
    /// <example><code>
    /// Torch.SetNumThreads(0)   // TorchException: set_num_threads expects a positive integer
    /// </code></example>
    public static void SetNumThreads(int threads)
    {
        if (threads <= 0)
        {
            throw new TorchException("set_num_threads expects a positive integer");
        }

        if (threads > MostThreads)
        {
            throw new TorchException(
                $"set_num_threads takes at most {MostThreads} here, but got {threads}: the process ends when one cannot start");
        }

        Gate.Read(static n => { Exports.SetNumThreads(n); return 0; }, threads);
    }

    /// <summary>
    /// Lets operations of this thread run on it alone; those of other threads go on as they did. Where that is not known, it does nothing.
    /// </summary>
    internal static void ComputeAlone()
    {
        // libtorch sets the number of a thread when it first asks for it, and would undo this.
        GetNumThreads();
        OpenMP.SetThreadsOfThisThread(1);
    }

    /// <summary>
    /// The number of operations that libtorch runs in parallel where a compiled graph asks for it: PyTorch's
    /// <c>torch.get_num_interop_threads()</c>.
    /// </summary>
    /// <returns>The number of threads.</returns>
    /// <example><code>
    /// Torch.GetNumInteropThreads() > 0   // True
    /// </code></example>
    public static int GetNumInteropThreads() => Gate.Read(static _ => Exports.GetNumInteropThreads(), 0);

    /// <summary>
    /// Sets how many operations libtorch runs in parallel where a compiled graph asks for it, once in a process and before any
    /// does: PyTorch's <c>torch.set_num_interop_threads(int)</c>.
    /// </summary>
    /// <param name="threads">The number of threads.</param>
    /// <exception cref="TorchException">The number is not positive, or was set before.</exception>
    /// <example><code>
    /// Torch.SetNumInteropThreads(0)   // TorchException: set_num_interop_threads expects a positive integer
    /// </code></example>
    public static void SetNumInteropThreads(int threads)
    {
        if (threads <= 0)
        {
            throw new TorchException("set_num_interop_threads expects a positive integer");
        }

        // libtorch would throw through a function of LibTorchSharp that lets nothing be caught.
        if (Interlocked.Exchange(ref interopThreadsAreSet, 1) != 0)
        {
            throw new TorchException(
                "Error: cannot set number of interop threads after parallel work has started or set_num_interop_threads called");
        }

        Gate.Read(static n => { Exports.SetNumInteropThreads(n); return 0; }, threads);
    }

    /// <summary>
    /// Makes operations use deterministic algorithms: PyTorch's <c>torch.use_deterministic_algorithms(mode)</c>. Memory that
    /// has not been written, as that of <see cref="Empty(Shape, DType?, Device?, bool)"/>, is filled as well.
    /// </summary>
    /// <param name="mode">Whether to use deterministic algorithms only; false allows the fastest ones.</param>
    /// <param name="warnOnly">Whether an operation without a deterministic implementation only warns instead of throwing.</param>
    /// <exception cref="TorchNotImplementedException">The system's libtorch does not provide it (Windows).</exception>
    /// <example><code>
    /// Torch.UseDeterministicAlgorithms(true);
    /// Torch.AreDeterministicAlgorithmsEnabled()   // True
    /// Torch.Empty(2)                              // tensor([nan, nan])
    /// Torch.UseDeterministicAlgorithms(false);
    /// </code></example>
    public static void UseDeterministicAlgorithms(bool mode, bool warnOnly = false) => GlobalContext.SetDeterministic(mode, warnOnly);

    /// <summary>
    /// Whether operations must give the same results each time: PyTorch's <c>torch.are_deterministic_algorithms_enabled()</c>.
    /// </summary>
    /// <returns>True if they must, even if only with a warning.</returns>
    /// <exception cref="TorchNotImplementedException">The system's libtorch does not provide it (Windows).</exception>
    /// <example><code>
    /// Torch.AreDeterministicAlgorithmsEnabled()   // False
    /// </code></example>
    public static bool AreDeterministicAlgorithmsEnabled() => GlobalContext.IsDeterministic;

    /// <summary>
    /// Whether an operation without a deterministic implementation only warns: PyTorch's
    /// <c>torch.is_deterministic_algorithms_warn_only_enabled()</c>.
    /// </summary>
    /// <returns>True if it does.</returns>
    /// <exception cref="TorchNotImplementedException">The system's libtorch does not provide it (Windows).</exception>
    /// <example><code>
    /// Torch.IsDeterministicAlgorithmsWarnOnlyEnabled()   // False
    /// </code></example>
    public static bool IsDeterministicAlgorithmsWarnOnlyEnabled() => GlobalContext.IsDeterministicWarnOnly;

    /// <summary>
    /// Both settings of <see cref="UseDeterministicAlgorithms"/> in one: PyTorch's <c>torch.set_deterministic_debug_mode(debug_mode)</c>.
    /// </summary>
    /// <param name="debugMode">What happens when an operation may be nondeterministic.</param>
    /// <exception cref="TorchException">The value is not a defined mode.</exception>
    /// <exception cref="TorchNotImplementedException">The system's libtorch does not provide it (Windows).</exception>
    /// <example><code>
    /// Torch.SetDeterministicDebugMode(DeterministicDebugMode.Warn);
    /// Torch.GetDeterministicDebugMode()   // Warn
    /// Torch.SetDeterministicDebugMode(DeterministicDebugMode.Default);
    /// </code></example>
    public static void SetDeterministicDebugMode(DeterministicDebugMode debugMode)
    {
        if (!Enum.IsDefined(debugMode))
        {
            throw new TorchException($"invalid value of debug_mode, expected 0, 1, or 2, but got {(int)debugMode}");
        }

        UseDeterministicAlgorithms(debugMode != DeterministicDebugMode.Default, debugMode == DeterministicDebugMode.Warn);
    }

    /// <summary>
    /// What happens when an operation may be nondeterministic: PyTorch's <c>torch.get_deterministic_debug_mode()</c>.
    /// </summary>
    /// <returns>The current mode.</returns>
    /// <exception cref="TorchNotImplementedException">The system's libtorch does not provide it (Windows).</exception>
    /// <example><code>
    /// Torch.GetDeterministicDebugMode()   // Default
    /// </code></example>
    public static DeterministicDebugMode GetDeterministicDebugMode() =>
        !AreDeterministicAlgorithmsEnabled() ? DeterministicDebugMode.Default
        : IsDeterministicAlgorithmsWarnOnlyEnabled() ? DeterministicDebugMode.Warn : DeterministicDebugMode.Error;

    /// <summary>The precision of float32 matrix multiplication: PyTorch's <c>torch.get_float32_matmul_precision()</c>.</summary>
    /// <returns>The precision, initially the highest.</returns>
    /// <exception cref="TorchNotImplementedException">The system's libtorch does not provide it (Windows).</exception>
    /// <example><code>
    /// Torch.GetFloat32MatmulPrecision()   // Highest
    /// </code></example>
    public static Float32MatmulPrecision GetFloat32MatmulPrecision() => GlobalContext.MatmulPrecision;

    /// <summary>
    /// Sets the precision of float32 matrix multiplication, where the hardware offers a choice: PyTorch's
    /// <c>torch.set_float32_matmul_precision(precision)</c>.
    /// </summary>
    /// <param name="precision">The precision.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a defined precision.</exception>
    /// <exception cref="TorchNotImplementedException">The system's libtorch does not provide it (Windows, macOS).</exception>
    /// <example><code>
    /// Torch.SetFloat32MatmulPrecision(Float32MatmulPrecision.High);
    /// Torch.GetFloat32MatmulPrecision()   // High
    /// Torch.SetFloat32MatmulPrecision(Float32MatmulPrecision.Highest);
    /// </code></example>
    public static void SetFloat32MatmulPrecision(Float32MatmulPrecision precision) =>
        GlobalContext.MatmulPrecision = Enum.IsDefined(precision) ? precision : throw new ArgumentOutOfRangeException(nameof(precision));

    /// <summary>
    /// Sets whether the CPU flushes denormal numbers to zero: PyTorch's <c>torch.set_flush_denormal(mode)</c>.
    /// </summary>
    /// <param name="mode">Whether to enable the setting.</param>
    /// <returns>True if the CPU supports it.</returns>
    /// <exception cref="TorchNotImplementedException">The system's libtorch does not provide it (Windows).</exception>
    /// <example><code>
    /// Torch.SetFlushDenormal(false)   // True
    /// </code></example>
    public static bool SetFlushDenormal(bool mode) => GlobalContext.SetFlushDenormal(mode);

    /// <summary>
    /// Sets whether libtorch repeats warnings instead of giving each once per process: PyTorch's <c>torch.set_warn_always(b)</c>.
    /// </summary>
    /// <param name="b">Whether to enable the setting.</param>
    /// <exception cref="TorchNotImplementedException">The system's libtorch does not provide it (Windows).</exception>
    /// <example><code>
    /// Torch.SetWarnAlways(true);
    /// Torch.IsWarnAlwaysEnabled()   // True
    /// Torch.SetWarnAlways(false);
    /// </code></example>
    public static void SetWarnAlways(bool b) => GlobalContext.WarnAlways = b;

    /// <summary>
    /// Whether libtorch repeats warnings instead of giving each once per process: PyTorch's <c>torch.is_warn_always_enabled()</c>.
    /// </summary>
    /// <returns>True if it does.</returns>
    /// <exception cref="TorchNotImplementedException">The system's libtorch does not provide it (Windows).</exception>
    /// <example><code>
    /// Torch.IsWarnAlwaysEnabled()   // False
    /// </code></example>
    public static bool IsWarnAlwaysEnabled() => GlobalContext.WarnAlways;
}
