using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using TorchLite.Distributed;

namespace TorchLite.Native;

/// <summary>
/// libtorch's c10d::Reducer, PyTorch's own engine of DistributedDataParallel: its hooks on the parameters fill buckets with the gradients
/// as they come, and reduce each bucket over the processes while the backward step goes on.
/// </summary>
[StackTraceHidden]
internal sealed unsafe class NativeReducer
{
    /// <summary>More than the object takes; a test looks how far it reaches.</summary>
    internal const int Room = 4096;

    private const int LoggerBytes = 1024;

    // Its hooks may be running when nobody refers to it any more: a training loop's last backward step needs no wrapped model. So what the
    // collector finds waits until the next one is made.
    private static readonly ConcurrentQueue<nint> Retired = [];

    // Where others were: each place has a logger behind it, which nothing can free, and which serves the next one that is made there.
    private static readonly ConcurrentBag<nint> Places = [];

    private readonly nint self;

    /// <param name="group">The c10d::ProcessGroup.</param>
    /// <param name="parameters">The handles of the parameters.</param>
    /// <param name="buckets">Which of them are reduced together, in the order in which they are.</param>
    /// <param name="isSparse">Of each whether its gradient is sparse.</param>
    /// <param name="names">What errors call them.</param>
    /// <param name="options">How they are reduced.</param>
    internal NativeReducer(
        nint group, ReadOnlySpan<nint> parameters, long[][] buckets, ReadOnlySpan<bool> isSparse, IReadOnlyList<string> names,
        ReducerOptions options)
    {
        FreeRetired();
        var make = Need(CppSymbols.MakeReducer);
        if (Places.TryTake(out var place))
        {
            NativeMemory.Clear((void*)place, Room);
        }
        else
        {
            place = (nint)NativeMemory.AllocZeroed(Room + LoggerBytes);
        }

        // It takes the lists over; where it throws, some are still ours.
        var tensors = CppList.OfTensors(parameters);
        foreach (var tensor in tensors.Values<nint>())
        {
            _ = CountedHandle.Retain(tensor);
        }

        var lists = CppList.OfLists(buckets);
        var sparse = CppBits.Of(isSparse);
        CppNames named;
        CppNames.Write(&named, names);
        _ = CountedHandle.Retain(group);
        ((delegate* unmanaged<nint, CppList*, CppList*, nint*, CppBits*, long, byte, byte, CppNames*, long, byte, byte, void>)make)(
            place, &tensors, &lists, &group, &sparse, options.BucketBytesCap, Byte(options.FindUnusedParameters),
            Byte(options.GradientAsBucketView), &named, options.FirstBucketBytesCap, Byte(options.SkipAllReduceUnusedParams), 0);
        foreach (var tensor in tensors.Values<nint>())
        {
            CountedHandle.Release(tensor);
        }

        tensors.Free();
        lists.FreeLists();
        sparse.Free();
        CppNames.Free(&named);
        CountedHandle.Release(group);
        try
        {
            C10d.Check();
        }
        catch
        {
            Places.Add(place);
            throw;
        }

        self = place;
        SetLogger();
    }

    ~NativeReducer()
    {
        if (self != 0)
        {
            Retired.Enqueue(self);
        }
    }

    /// <summary>Where it lies.</summary>
    internal nint Address => self;

    /// <summary>Frees those that nobody refers to any more.</summary>
    internal static void FreeRetired()
    {
        while (Retired.TryDequeue(out var retired))
        {
            ((delegate* unmanaged<nint, void>)Need(CppSymbols.DestroyReducer))(retired);
            Places.Add(retired);
            C10d.Check();
        }
    }

    internal void PrepareForForward() => Call(CppSymbols.PrepareForForward);

    internal void PrepareForBackward(ReadOnlySpan<nint> outputs)
    {
        var tensors = CppList.OfTensors(outputs);
        ((delegate* unmanaged<nint, CppList*, void>)Need(CppSymbols.PrepareForBackward))(self, &tensors);
        tensors.Free();
        Done();
    }

    internal bool RebuildBuckets()
    {
        var isRebuilt = ((delegate* unmanaged<nint, byte>)Need(CppSymbols.RebuildBuckets))(self) != 0;
        Done();
        return isRebuilt;
    }

    internal void PushRebuiltParams() => Call(CppSymbols.PushRebuiltParams);

    internal void SetStaticGraph() => Call(CppSymbols.SetStaticGraph);

    /// <summary>Says how many processes are still there: the result of a sum of ones that is on its way.</summary>
    internal void SetForwardPassWork(nint work, bool useStaticWorldSize)
    {
        _ = CountedHandle.Retain(work);
        ((delegate* unmanaged<nint, nint*, byte, void>)Need(CppSymbols.SetForwardPassWork))(self, &work, Byte(useStaticWorldSize));
        CountedHandle.Release(work);
        Done();
    }

    /// <summary>Has gradients be summed up otherwise, from now on.</summary>
    internal void RegisterBuiltinHook(byte hook)
    {
        ((delegate* unmanaged<nint, byte, void>)Need(CppSymbols.RegisterBuiltinHook))(self, hook);
        Done();
    }

    /// <summary>Has all be reduced when the backward step that is in progress has ended, by a callback of the engine's.</summary>
    internal void QueueDelayedAllReduce()
    {
        var engine = ((delegate* unmanaged<nint>)Need(CppSymbols.DefaultEngine))();

        // libstdc++'s std::function: two words of state, the function that copies it, and the one that calls it.
        var callback = stackalloc[] { self, Need(CppSymbols.DelayAllReduce, isGuarded: false), CppGuard.CopyState, CppGuard.CallState };
        ((delegate* unmanaged<nint, nint*, void>)Need(CppSymbols.QueueCallback))(engine, callback);
        Done();
    }

    /// <summary>Zeros in the shapes of the buckets, in the order in which they are reduced.</summary>
    internal nint[] ZeroBuckets()
    {
        CppList buckets = default;
        ((delegate* unmanaged<CppList*, nint, byte, void>)Need(CppSymbols.GetGradBuckets))(&buckets, self, 1);
        Done();
        var found = new List<nint>();
        foreach (var bucket in buckets.Values<GradBucket>())
        {
            // What the handle of a tensor points to: the tensor is ours from here on.
            found.Add(ToHandle(bucket.Buffer));
            var (offsets, lengths, sizes, parameters) = (bucket.Offsets, bucket.Lengths, bucket.Sizes, bucket.Parameters);
            foreach (var parameter in parameters.Values<nint>())
            {
                CountedHandle.Release(parameter);
            }

            offsets.Free();
            lengths.Free();
            sizes.Free();
            parameters.Free();
        }

        buckets.Free();
        return [.. found];
    }

    /// <summary>Which parameters were used here, or anywhere: one number for each.</summary>
    internal nint LocalUsedMap()
    {
        nint tensor;
        ((delegate* unmanaged<nint*, nint, void>)Need(CppSymbols.GetLocalUsedMap))(&tensor, self);
        Done();
        return ToHandle(tensor);
    }

    /// <summary>Which parameters are to be reduced together.</summary>
    internal static long[][] AssignBuckets(ReadOnlySpan<nint> parameters, long[] limits, ReadOnlySpan<bool> isSparse)
    {
        // A std::tuple of two has its second first.
        var result = stackalloc CppList[2];
        var (tensors, sizes, none) = (CppList.OfTensors(parameters), CppList.Of<long>(limits), default(CppList));
        var sparse = CppBits.Of(isSparse);
        ((delegate* unmanaged<CppList*, CppList*, CppList*, CppBits*, CppList*, CppList*, void>)Need(CppSymbols.AssignBuckets))(
            result, &tensors, &sizes, &sparse, &none, &none);
        tensors.Free();
        sizes.Free();
        sparse.Free();
        C10d.Check();
        var buckets = new List<long[]>();
        foreach (var list in result[1].Values<CppList>())
        {
            buckets.Add(list.Values<long>().ToArray());
        }

        result[0].Free();
        result[1].FreeLists();
        return [.. buckets];
    }

    /// <summary>Compares the number, the shapes and the strides of the parameters with those of the other processes.</summary>
    internal static void Verify(nint group, ReadOnlySpan<nint> parameters)
    {
        var (tensors, none) = (CppList.OfTensors(parameters), default(CppList));
        ((delegate* unmanaged<nint*, CppList*, CppList*, void>)Need(CppSymbols.VerifyParameters))(&group, &tensors, &none);
        tensors.Free();
        C10d.Check();
    }

    /// <summary>Gives tensors the values that they have in one process.</summary>
    internal static void Broadcast(nint group, ReadOnlySpan<nint> tensors, long bufferBytes, int rank)
    {
        var list = CppList.OfTensors(tensors);
        fixed (nint* first = list.Values<nint>())
        {
            ((delegate* unmanaged<nint*, nint*, nint, long, int, void>)Need(CppSymbols.BroadcastCoalesced))(
                &group, first, tensors.Length, bufferBytes, rank);
        }

        list.Free();
        C10d.Check();
    }

    // Where other parameters are unused than before, the reducer tells its logger without looking whether there is one. A shared pointer is
    // the object and what counts its owners: here of each so many that none is ever the last, so that its functions are never called.
    private void SetLogger()
    {
        const int Owners = 1 << 30;
        var block = (nint*)(self + Room);
        var (logger, count) = ((nint)(block + 2), (nint)block);
        var isNew = block[1] == 0;
        block[1] = Owners | ((nint)Owners << 32);
        if (isNew)
        {
            var ofReducer = stackalloc[] { self, count };
            ((delegate* unmanaged<nint, nint*, void>)Need(CppSymbols.MakeLogger))(logger, ofReducer);
            C10d.Check();
        }

        var ofLogger = stackalloc[] { logger, count };
        ((delegate* unmanaged<nint, nint*, void>)Need(CppSymbols.SetLogger))(self, ofLogger);
        Done();
    }

    private static byte Byte(bool value) => value ? (byte)1 : (byte)0;

    private static nint Need(CppSymbol symbol, bool isGuarded = true)
    {
        var function = symbol.Required("DistributedDataParallel");
        return isGuarded ? function : symbol.Address;
    }

    // A handle, which is an at::Tensor of its own, of a TensorImpl whose owner the caller is.
    private static nint ToHandle(nint tensor)
    {
        var handle = LibTorch.NewHandle((nint)(&tensor));
        CountedHandle.Release(tensor);
        return handle;
    }

    private void Call(CppSymbol function)
    {
        ((delegate* unmanaged<nint, void>)Need(function))(self);
        Done();
    }

    private void Done()
    {
        GC.KeepAlive(this);
        C10d.Check();
    }

    // c10d::GradBucket, of 2.10.
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct GradBucket
    {
        internal readonly nint Index, Count, Buffer;
        internal readonly CppList Offsets, Lengths, Sizes, Parameters;
        private readonly nint sparse, hasSparse;
    }
}
